//! How much memory the process holds: hub, engine and this bench together.

/// Prints what the system says of this process.
pub fn print() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| status.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    match (of("VmRSS:"), of("VmHWM:")) {
        (Some(now), Some(most)) => println!("\nMemory of the whole process: {:.0} MB, at most {:.0} MB", now / 1000.0, most / 1000.0),
        _ => println!("\nMemory: this system does not say"),
    }
}
