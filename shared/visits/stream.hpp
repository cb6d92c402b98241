#pragma once

#include <cmath>
#include <cstdint>

namespace motcua::visits {

/// Random numbers from a seed: SplitMix64 (Steele, Lea, Flood 2014), and distributions of our
/// own, because those of <random> give other numbers with every library. One draw a statement.
class Stream {
public:
    explicit Stream(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// A stream of its own, for what may draw more or less without moving everything else.
    Stream fork() { return Stream(next()); }
    /// Strictly between 0 and 1.
    double uniform() { return (static_cast<double>(next() >> 11U) + 0.5) / kTwoTo53; }
    bool chance(double probability) { return uniform() < probability; }
    double exponential(double mean) { return -mean * std::log(uniform()); }
    /// Box and Muller 1958, one of the two.
    double normal(double mean, double deviation) {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        const double angle = kTwoPi * uniform();
        return mean + deviation * radius * std::cos(angle);
    }
    /// By its own mean and its coefficient of variation; cv 0 is the mean itself.
    double lognormal(double mean, double cv) {
        const double variance = std::log1p(cv * cv);
        return cv == 0 ? mean : std::exp(normal(std::log(mean) - variance / 2, std::sqrt(variance)));
    }

private:
    static constexpr double kTwoTo53 = 9007199254740992.0;
    static constexpr double kTwoPi = 6.283185307179586;
    std::uint64_t state_;
};

}  // namespace motcua::visits
