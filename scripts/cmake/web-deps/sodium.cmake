# The part of libsodium that devices need: Ed25519, SHA-2, random bytes, wiping and comparing.
# sodium_start.c stands in for core.c, which would pull in every primitive.
set(na ${libsodium_SOURCE}/src/libsodium)
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file(${na}/include/sodium/version.h.in generated/sodium/version.h @ONLY)

add_library(sodium STATIC
  ${na}/crypto_core/ed25519/ref10/ed25519_ref10.c
  ${na}/crypto_hash/sha256/cp/hash_sha256_cp.c
  ${na}/crypto_hash/sha256/hash_sha256.c
  ${na}/crypto_hash/sha512/cp/hash_sha512_cp.c
  ${na}/crypto_hash/sha512/hash_sha512.c
  ${na}/crypto_sign/crypto_sign.c
  ${na}/crypto_sign/ed25519/ref10/keypair.c
  ${na}/crypto_sign/ed25519/ref10/open.c
  ${na}/crypto_sign/ed25519/ref10/sign.c
  ${na}/crypto_sign/ed25519/sign_ed25519.c
  ${na}/crypto_stream/chacha20/ref/chacha20_ref.c
  ${na}/crypto_stream/chacha20/stream_chacha20.c
  ${na}/crypto_verify/sodium/verify.c
  ${na}/randombytes/randombytes.c
  ${na}/sodium/codecs.c
  ${na}/sodium/runtime.c
  ${na}/sodium/utils.c
  ${na}/sodium/version.c
  sodium_start.c)
target_include_directories(sodium PRIVATE
  ${CMAKE_CURRENT_BINARY_DIR}/generated ${CMAKE_CURRENT_BINARY_DIR}/generated/sodium
  ${na}/include ${na}/include/sodium)
target_compile_definitions(sodium PRIVATE
  CONFIGURED=1 DEV_MODE=1 NATIVE_LITTLE_ENDIAN=1 SODIUM_STATIC=1 HAVE_WEAK_SYMBOLS=1 HAVE_INTTYPES_H=1
  HAVE_STDINT_H=1 HAVE_C_VARARRAYS=1)
target_compile_options(sodium PRIVATE -O2 -w)
install(TARGETS sodium DESTINATION lib)
install(DIRECTORY ${na}/include/ DESTINATION include/sodium FILES_MATCHING PATTERN "*.h" PATTERN private EXCLUDE)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/generated/sodium/version.h DESTINATION include/sodium/sodium)
