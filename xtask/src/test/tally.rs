//! How many passed and how many failed, read from what the runners print.

/// Which program runs the tests; each prints its sums in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// `cargo nextest run`: one line with all sums.
    Nextest,
    /// `cargo test`: one line of sums for each test program.
    Libtest,
}

/// Sums over all runners.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Tests that did what they say.
    pub passed: u64,
    /// Tests that did not, and steps that broke off.
    pub failed: u64,
    /// Tests that were left out.
    pub skipped: u64,
}

impl Tally {
    /// Adds what this line of a runner's output says, if it says anything.
    ///
    /// Nextest prints the output of a failed test as it was, a `test result:` included; so each
    /// runner is read by its own words only.
    pub fn read(&mut self, runner: Runner, line: &str) {
        let sums = match runner {
            Runner::Nextest => nextest_sums(line),
            Runner::Libtest => {
                line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")).map(|it| it.1)
            }
        };
        let Some(sums) = sums else { return };
        for part in without_brackets(sums).split([',', ';']) {
            let Some((number, word)) = part.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match word.trim() {
                "passed" => self.passed += number,
                "skipped" | "ignored" | "filtered out" => self.skipped += number,
                "measured" => {}
                _ => self.failed += number,
            }
        }
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The closing line of a run.
    pub fn closing(&self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// The sums of `Summary [   0.012s] 55 tests run: 54 passed (1 slow), 1 failed, 2 skipped`.
fn nextest_sums(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("Summary [")?;
    let at = rest.find("tests run: ").map(|at| at + "tests run: ".len());
    let at = at.or_else(|| rest.find("test run: ").map(|at| at + "test run: ".len()))?;
    Some(&rest[at..])
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|letter| {
            depth += u32::from(*letter == '(');
            let keep = depth == 0;
            depth = depth.saturating_sub(u32::from(*letter == ')'));
            keep
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(runner: Runner, lines: &[&str]) -> (u64, u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(runner, line));
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn sums_of_every_test_program_are_added() {
        let lines = [
            "running 4 tests",
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.25s",
        ];
        assert_eq!(read(Runner::Libtest, &lines), (8, 2, 1));
    }

    #[test]
    fn nextest_is_read_from_its_summary_alone() {
        let lines = [
            "        PASS [   0.004s] thidua-domain basics::date::tests::a_day",
            "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s",
            "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s",
            "     Summary [   0.012s] 55 tests run: 51 passed (1 slow, 2 leaky), 2 failed, 1 timed out, 1 exec failed, 2 skipped",
        ];
        assert_eq!(read(Runner::Nextest, &lines), (51, 4, 2));
        assert_eq!(read(Runner::Nextest, &["     Summary [   0.002s] 1 test run: 1 passed, 0 skipped"]), (1, 0, 0));
        assert_eq!(
            read(Runner::Nextest, &["     Summary [   0.002s] 3/55 tests run: 2 passed, 1 failed, 0 skipped"]),
            (2, 1, 0)
        );
    }

    #[test]
    fn the_closing_line_names_the_skipped_only_when_there_are_some() {
        assert_eq!(Tally { passed: 3, failed: 0, skipped: 0 }.closing(), "3 passed, 0 failed");
        assert_eq!(Tally { passed: 3, failed: 1, skipped: 2 }.closing(), "3 passed, 1 failed, 2 skipped");
    }
}
