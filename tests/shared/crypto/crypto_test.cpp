#include "shared/crypto/crypto.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/shared/support/random.hpp"

using namespace motcua::crypto;

namespace {

template <std::size_t N>
std::array<std::uint8_t, N> bytes(std::string_view text) {
    std::array<std::uint8_t, N> out{};
    REQUIRE(from_hex(text, out));
    return out;
}

struct Vector {
    const char* seed;
    const char* public_key;
    std::string message;
    const char* signature;
};

}  // namespace

TEST_CASE("the random source starts, more than once too", "[crypto]") {
    CHECK(start());
    CHECK(start());
}

// FIPS 180-4 examples (csrc.nist.gov, SHA256.pdf and SHA2_Additional.pdf).
TEST_CASE("SHA-256 gives the digests printed in the standard", "[crypto][vectors]") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest does not depend on the pieces that bytes come in", "[crypto]") {
    motcua::tests::Random random(3);
    std::string text(5000, ' ');
    for (char& c : text) {
        c = static_cast<char>(random.below(256));
    }
    for (int round = 0; round < 50; ++round) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t piece = std::min(text.size() - at, random.below(200));
            hash.add(std::string_view(text).substr(at, piece));
            at += piece;
        }
        REQUIRE(hash.finish() == sha256(text));
    }
    CHECK(Sha256().finish() == sha256(""));
}

// RFC 8032, 7.1: TEST 1, TEST 2, TEST 3.
TEST_CASE("Ed25519 gives the keys and signatures printed in RFC 8032", "[crypto][vectors]") {
    REQUIRE(start());
    const Vector vectors[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25"
         "bf5f05"
         "95bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387"
         "b2eaeb4"
         "302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "\xaf\x82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7"
         "c15e971"
         "6ed28dc027beceea1ec40a"},
    };
    for (const Vector& vector : vectors) {
        const KeyPair pair = key_pair_from_seed(bytes<32>(vector.seed));
        CHECK(hex(pair.public_key) == vector.public_key);
        const Signature signature = sign(vector.message, pair.secret_key);
        CHECK(hex(signature) == vector.signature);
        CHECK(verify(signature, vector.message, pair.public_key));
    }
}

TEST_CASE("a signature fits its message and its key alone", "[crypto]") {
    REQUIRE(start());
    const KeyPair pair = make_key_pair();
    const KeyPair other = make_key_pair();
    CHECK(pair.public_key != other.public_key);
    const Signature signature = sign("hồ sơ", pair.secret_key);
    CHECK(verify(signature, "hồ sơ", pair.public_key));
    CHECK_FALSE(verify(signature, "hồ sơ ", pair.public_key));
    CHECK_FALSE(verify(signature, "", pair.public_key));
    CHECK_FALSE(verify(signature, "hồ sơ", other.public_key));
    CHECK_FALSE(verify(signature, "hồ sơ", PublicKey{}));
    CHECK_FALSE(verify(Signature{}, "hồ sơ", pair.public_key));
}

TEST_CASE("a signature with any one bit changed does not fit", "[crypto]") {
    REQUIRE(start());
    const KeyPair pair = key_pair_from_seed({1, 2, 3});
    const Signature signature = sign("x", pair.secret_key);
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        Signature changed = signature;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
        REQUIRE_FALSE(verify(changed, "x", pair.public_key));
    }
}

TEST_CASE("a wiped key holds nothing", "[crypto]") {
    REQUIRE(start());
    KeyPair pair = make_key_pair();
    wipe(pair.secret_key);
    CHECK(pair.secret_key == SecretKey{});
}

TEST_CASE("hex is lower case and of the exact length", "[crypto]") {
    std::array<std::uint8_t, 3> out{};
    CHECK(from_hex("00ff7a", out));
    CHECK(out == std::array<std::uint8_t, 3>{0x00, 0xFF, 0x7A});
    CHECK(hex(out) == "00ff7a");
    for (const char* text : {"", "00ff7", "00ff7a0", "00ff7a00", "00FF7A", "00ff7g", "0x00ff", "00 f7a"}) {
        CAPTURE(text);
        CHECK_FALSE(from_hex(text, out));
    }
    CHECK(hex({}).empty());
}

TEST_CASE("random bytes do not repeat", "[crypto]") {
    REQUIRE(start());
    std::array<std::uint8_t, 32> first{};
    std::array<std::uint8_t, 32> second{};
    random_bytes(first);
    random_bytes(second);
    CHECK(first != second);
}
