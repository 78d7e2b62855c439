#![no_main]

#[allow(dead_code, reason = "each file calls one target")]
#[path = "../../tests/integration/fuzz/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::values(data));
