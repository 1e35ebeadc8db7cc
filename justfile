# What CI runs.
ready:
    bash .ci/run

# The tests, as in the README.
test:
    cargo test

# Read and accept changed snapshots (cargo install cargo-insta).
review:
    cargo insta review

# Fuzz the compiler for a while (cargo install cargo-fuzz).
fuzz seconds="60":
    cargo +nightly fuzz run compile -- -max_total_time={{seconds}} -dict=fuzz/shorthand.dict
