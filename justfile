# What CI runs.
ready:
    bash .ci/run

# The tests, as in the README.
test:
    cargo test

# Read and accept changed snapshots (cargo install cargo-insta).
review:
    cargo insta review

# Fuzz a target (compile, structured, escape) for a while.
fuzz target="compile" seconds="60":
    bash .ci/fuzz {{seconds}} {{target}}

# Count instructions of sources that a careless parser chokes on (valgrind).
linear:
    cargo bench -p tapmark-bench --profile dev --bench linear

# What a message costs, held against benches/counts.txt (valgrind; UPDATE_COUNTS=1 writes the file).
counts:
    bash .ci/counts

# Tapmark beside its peers, as a table (jq; UPDATE_RESULTS=1 writes benches/RESULTS.md).
peers name="":
    cargo bench -p tapmark-bench --features peers --bench peers -- {{name}}

# The corpus as lines of NDJSON; COUNT of them, or `document` for one source of 10 MB.
corpus what="100000":
    @cargo run --quiet --release -p tapmark-bench --bin corpus -- {{what}}

# Lines of the library that the tests run (cargo install cargo-llvm-cov; CONTRIBUTING.md).
coverage:
    cargo llvm-cov --locked --tests --ignore-filename-regex 'src/(cli/|main\.rs)' \
        --fail-under-lines 95 --show-missing-lines
