//! The binary: all it does is in the library.

fn main() -> std::process::ExitCode {
    gainsay::cli::run()
}
