//! The parts of the test run that can be asked for alone.

use crate::{
    programs::{CHROMEDRIVER, CHROMIUM, Need, POPPLER, POSTGRESQL},
    trouble::Trouble,
};

/// A part of the test run.
pub struct Part {
    /// The word after `--only`.
    pub name: &'static str,
    /// The packages whose tests it runs.
    pub packages: &'static [&'static str],
    /// What it needs from the system.
    pub needs: &'static [&'static Need],
    /// Whether its tests start the product itself.
    pub product: bool,
}

impl Part {
    /// Whether this part needs that.
    pub fn wants(&self, need: &Need) -> bool {
        self.needs.iter().any(|own| own.package == need.package)
    }
}

/// Everything, which is what `cargo x test` alone runs: no packages named means the whole workspace.
pub const ALL: Part =
    Part { name: "all", packages: &[], needs: &[&POSTGRESQL, &CHROMIUM, &CHROMEDRIVER, &POPPLER], product: true };

/// The parts.
pub const PARTS: &[Part] = &[
    Part {
        name: "unit",
        packages: &["thidua-domain", "thidua-paper", "xtask"],
        needs: &[&POPPLER],
        product: false,
    },
    Part { name: "store", packages: &["thidua-store"], needs: &[&POSTGRESQL], product: false },
    Part { name: "pages", packages: &["thidua-app"], needs: &[&POSTGRESQL, &POPPLER], product: false },
    Part {
        name: "browser",
        packages: &["thidua"],
        needs: &[&POSTGRESQL, &CHROMIUM, &CHROMEDRIVER, &POPPLER],
        product: true,
    },
];

/// The part of that name.
pub fn named(name: &str) -> Result<&'static Part, Trouble> {
    PARTS.iter().find(|part| part.name == name).ok_or_else(|| {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        Trouble::new(format!("--only knows {}; not `{name}`", names.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_name_and_all_needs_everything() {
        assert!(named("store").unwrap().wants(&POSTGRESQL));
        assert!(!named("unit").unwrap().wants(&POSTGRESQL));
        assert!(named("everything").err().unwrap().to_string().contains("unit, store, pages, browser"));
        assert!(PARTS.iter().flat_map(|part| part.needs).all(|need| ALL.wants(need)));
    }
}
