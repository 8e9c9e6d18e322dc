//! Who takes part in a movement (plan of Lơ Ku I.2: “đối tượng thi đua cần phải rộng rãi”): units by what they did,
//! people by category, and who is not reached; and what came together in campaigns.

use crate::basics::Amount;
use crate::basics::text::fold;
use crate::people::Category;

pub use crate::registrations::share;

/// In what a unit took part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Took {
    /// It has handed in its registration.
    pub registered: bool,
    /// It has signed a covenant.
    pub signed: bool,
    /// It took part in a campaign.
    pub joined: bool,
}

impl Took {
    /// Whether it took part in anything.
    pub fn reached(self) -> bool {
        self.registered || self.signed || self.joined
    }
}

/// How many of a group there are, and how many of them are registered for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// All.
    pub all: u32,
    /// Registered.
    pub registered: u32,
}

impl Reach {
    /// The share in percent; nothing where there is nobody, or more are registered than the list of people has.
    pub fn share(self) -> Option<Amount> {
        if self.registered > self.all { None } else { share(self.registered, self.all) }
    }

    /// Whether there are such people and none of them is registered.
    pub fn missed(self) -> bool {
        self.all > 0 && self.registered == 0
    }
}

/// Somebody as they are counted: category, and whether they lead.
pub type Who = (Category, bool);

fn reach(all: &[(Who, u32)], registered: &[Who], fits: impl Fn(Who) -> bool) -> Reach {
    let counted = all.iter().filter(|(who, _)| fits(*who)).map(|(_, n)| *n);
    let named = registered.iter().filter(|who| fits(**who)).count();
    Reach { all: counted.fold(0, u32::saturating_add), registered: u32::try_from(named).unwrap_or(u32::MAX) }
}

/// Each category of which there is somebody.
pub fn by_category(all: &[(Who, u32)], registered: &[Who]) -> Vec<(Category, Reach)> {
    let of = |category: &Category| (*category, reach(all, registered, |(one, _)| one == *category));
    Category::ALL.iter().map(of).filter(|(_, reach)| reach.all > 0 || reach.registered > 0).collect()
}

/// Those who lead, those who do not, and those who work with their own hands.
pub fn by_post(all: &[(Who, u32)], registered: &[Who]) -> [Reach; 3] {
    // households and collectives hold no posts
    let person = |category: Category| !matches!(category, Category::Household | Category::Collective);
    [
        reach(all, registered, |(category, leader)| person(category) && leader),
        reach(all, registered, |(category, leader)| person(category) && !leader),
        reach(all, registered, |(category, leader)| category.works_directly(leader)),
    ]
}

/// Amounts by their unit, in the order of the first of each; a sum that is too large is nothing.
pub fn sums<'a>(amounts: impl IntoIterator<Item = (&'a str, Amount)>) -> Vec<(String, Option<Amount>)> {
    let mut found: Vec<(String, Option<Amount>)> = Vec::new();
    for (unit, amount) in amounts {
        let unit = unit.trim();
        match found.iter_mut().find(|(known, _)| fold(known) == fold(unit)) {
            Some((_, sum)) => *sum = sum.and_then(|sum| sum.plus(amount)),
            None => found.push((unit.to_owned(), Some(amount))),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(Who, u32)> {
        vec![
            ((Category::Official, true), 2),
            ((Category::Official, false), 4),
            ((Category::Farmer, false), 3),
            ((Category::Household, false), 5),
        ]
    }

    #[test]
    fn people_are_counted_by_category_and_who_is_missed_is_named() {
        let registered = [(Category::Official, true), (Category::Farmer, false)];
        let found = by_category(&all(), &registered);
        let told: Vec<(Category, u32, u32, bool)> =
            found.iter().map(|(category, one)| (*category, one.all, one.registered, one.missed())).collect();
        let expected =
            [(Category::Official, 6, 1, false), (Category::Farmer, 3, 1, false), (Category::Household, 5, 0, true)];
        assert_eq!(told, expected);
        let [leaders, others, direct] = by_post(&all(), &registered);
        assert_eq!((leaders.all, leaders.registered), (2, 1));
        assert_eq!((others.all, others.registered), (7, 1), "households hold no posts");
        assert_eq!((direct.all, direct.registered), (3, 1));
    }

    #[test]
    fn shares_are_exact_decimals_and_never_more_than_the_whole() {
        let share = |registered, all| Reach { all, registered }.share().map(Amount::vietnamese);
        assert_eq!(share(1, 3).as_deref(), Some("33,33"));
        assert_eq!(share(2, 8).as_deref(), Some("25"));
        assert_eq!(share(0, 5).as_deref(), Some("0"));
        assert_eq!(share(0, 0), None);
        assert_eq!(share(3, 2), None, "more registered than the list has: no share is told");
    }

    #[test]
    fn a_unit_is_reached_by_any_of_the_three() {
        for bits in 0..8_u8 {
            let took = Took { registered: bits & 1 > 0, signed: bits & 2 > 0, joined: bits & 4 > 0 };
            assert_eq!(took.reached(), bits > 0);
        }
    }

    #[test]
    fn amounts_add_up_by_their_unit_and_never_across_units() {
        let amount = |text: &str| Amount::from_plain(text).expect("an amount");
        let added = [("triệu đồng", amount("12.5")), ("ngày công", amount("30")), ("Triệu đồng ", amount("0.1"))];
        let found = sums(added);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].0.as_str(), found[0].1), ("triệu đồng", Some(amount("12.6"))));
        assert_eq!((found[1].0.as_str(), found[1].1), ("ngày công", Some(amount("30"))));
        let huge = Amount::from_ten_thousandths(i64::MAX);
        assert_eq!(sums([("đồng", huge), ("đồng", huge)]), [("đồng".to_owned(), None)]);
    }
}
