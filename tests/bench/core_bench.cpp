// Measures the core. Built natively and, with the flags of the product, as WebAssembly; the
// scripts of scripts/bench.d run it. Each command prints one JSON object:
//
//   core_bench validate UNITS.json PROCEDURE.json FORMS SECONDS
//       judges the forms (one a line) from their bytes, again and again:
//       {"accepted":"101…","nanos":per form}
//   core_bench catalogue LISTS.json SECONDS PROCEDURE.json…
//       reads and checks the files from their bytes: {"millis":all of them,"procedures":n}
//   core_bench places UNITS.json SECONDS QUERY…
//       searches all communes: {"found":[…],"millis":per search}

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace {

using namespace motcua;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "core_bench: %s\n", what);
    std::exit(1);
}

std::string bytes_of(const char* path) {
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) {
        fail(path);
    }
    std::string bytes;
    char block[65536];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block, 1, sizeof block, file);
        bytes.append(block, got);
    }
    std::fclose(file);
    return bytes;
}

template <class T>
T must(Result<T> result, const char* what) {
    if (!result) {
        fail(what);
    }
    return *std::move(result);
}

json::Value value_in(const char* path) {
    return must(json::read(bytes_of(path)), path);
}

/// Runs `work` until the seconds are over; nanoseconds of one run.
template <class Work>
double nanos_of(double seconds, Work work) {
    const auto begin = Clock::now();
    double runs = 0;
    double nanos = 0;
    do {
        work();
        ++runs;
        nanos = std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
    } while (nanos < seconds * 1e9);
    return nanos / runs;
}

std::vector<std::string> lines_in(const char* path) {
    const std::string bytes = bytes_of(path);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = bytes.find('\n', begin);
        lines.push_back(bytes.substr(begin, end - begin));
        begin = end == std::string::npos ? bytes.size() : end + 1;
    }
    return lines;
}

void print(json::Object members) {
    std::printf("%s\n", json::write(json::Value(std::move(members))).c_str());
}

void bench_validate(char** arguments) {
    const auto places = must(places::Places::read(value_in(arguments[0])), arguments[0]);
    const auto procedure = must(catalogue::read_procedure(value_in(arguments[1])), arguments[1]);
    const std::vector<std::string> forms = lines_in(arguments[2]);
    std::string accepted;
    for (const std::string& form : forms) {
        const auto findings = form::judge(procedure, form, places);
        accepted.push_back(findings && findings->empty() ? '1' : '0');
    }
    std::size_t complaints = 0;
    const double nanos = nanos_of(std::atof(arguments[3]), [&] {
        for (const std::string& form : forms) {
            const auto findings = form::judge(procedure, form, places);
            complaints += findings ? findings->size() : 1;
        }
    });
    print({{"accepted", accepted},
           {"complaints", complaints > 0},
           {"nanos", nanos / static_cast<double>(forms.size())}});
}

void bench_catalogue(int count, char** arguments) {
    const std::string lists = bytes_of(arguments[0]);
    std::vector<std::string> files;
    for (int i = 2; i < count; ++i) {
        files.push_back(bytes_of(arguments[i]));
    }
    const double nanos = nanos_of(std::atof(arguments[1]), [&] {
        const auto shared = must(json::read(lists), "lists");
        for (const std::string& file : files) {
            must(catalogue::read_procedure(catalogue::with_lists(must(json::read(file), "file"), shared)),
                 "procedure");
        }
    });
    print({{"millis", nanos / 1e6}, {"procedures", static_cast<int>(files.size())}});
}

void bench_places(int count, char** arguments) {
    const auto places = must(places::Places::read(value_in(arguments[0])), arguments[0]);
    const std::vector<std::string> queries(arguments + 2, arguments + count);
    json::Array found;
    for (const std::string& query : queries) {
        const auto communes = places.find_communes(query, 10);
        found.emplace_back(communes.empty() ? "" : communes.front()->code);
    }
    std::size_t matches = 0;
    const double nanos = nanos_of(std::atof(arguments[1]), [&] {
        for (const std::string& query : queries) {
            matches += places.find_communes(query, 10).size();
        }
    });
    print({{"found", std::move(found)},
           {"matches", matches > 0},
           {"millis", nanos / 1e6 / static_cast<double>(queries.size())}});
}

}  // namespace

int main(int argc, char** argv) {
    const std::string command = argc > 4 ? argv[1] : "";
    if (command == "validate" && argc == 6) {
        bench_validate(argv + 2);
    } else if (command == "catalogue") {
        bench_catalogue(argc - 2, argv + 2);
    } else if (command == "places") {
        bench_places(argc - 2, argv + 2);
    } else {
        std::fputs("usage: core_bench validate|catalogue|places …\n", stderr);
        return 2;
    }
    return 0;
}
