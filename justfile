# What CI runs.
ready:
    bash .ci/run

# The tests, as in the README.
test:
    cargo test

# Read and accept changed snapshots (cargo install cargo-insta).
review:
    cargo insta review

# Fuzz a target (compile, structured, escape) for a while (cargo install cargo-fuzz).
fuzz target="compile" seconds="60":
    cargo +nightly fuzz run {{target}} -- -max_total_time={{seconds}} -dict=fuzz/shorthand.dict

# Count instructions of sources that a careless parser chokes on (valgrind).
linear:
    cargo bench --profile dev --bench linear
