//! What a unit registers.

use super::super::fields::Described;
use super::letterhead::letterhead;
use super::words;
use crate::forms::registration::{RegisteredTarget, RegisteredTask, Registration};

/// The data of a registration.
pub fn registration(form: &Registration) -> Described {
    let numbered = |at: usize| Described::new().count(words::ORDER.0, words::ORDER.1, at);
    let target = |at: usize, one: &RegisteredTarget| {
        numbered(at)
            .text(words::HEADING.0, words::HEADING.1, &one.name)
            .text(words::MEASURE.0, words::MEASURE.1, &one.unit)
            .text(words::PLANNED.0, words::PLANNED.1, &one.planned)
            .text(words::REGISTERED.0, words::REGISTERED.1, &one.registered)
            .text(words::NOTE.0, words::NOTE.1, &one.note)
    };
    let title = |at: usize, title: &str, whom: &str| {
        numbered(at).text(words::AWARD.0, words::AWARD.1, title).text(words::WHOM.0, words::WHOM.1, whom)
    };
    let task = |at: usize, one: &RegisteredTask| {
        numbered(at)
            .text(words::HEADING.0, words::HEADING.1, &one.name)
            .text(words::CONTENT.0, words::CONTENT.1, &one.description)
            .text(words::EXPECTED.0, words::EXPECTED.1, &one.expected)
    };
    let no_target = RegisteredTarget {
        name: String::new(),
        unit: String::new(),
        planned: String::new(),
        registered: String::new(),
        note: String::new(),
    };
    let no_task = RegisteredTask { name: String::new(), description: String::new(), expected: String::new() };
    let targets = form.targets.iter().enumerate().map(|(at, one)| target(at + 1, one));
    let titles = form.titles.iter().enumerate().map(|(at, (award, whom))| title(at + 1, award, whom));
    let hard = form.hard.iter().enumerate().map(|(at, one)| task(at + 1, one));
    let tasks = form.tasks.iter().enumerate().map(|(at, one)| task(at + 1, one));
    letterhead(&form.letterhead)
        .text(words::MOVEMENT.0, words::MOVEMENT.1, &form.movement)
        .text(words::YEAR.0, words::YEAR.1, &form.year)
        .list(words::TARGETS.0, words::TARGETS.1, &target(0, &no_target), targets)
        .list(words::TITLES.0, words::TITLES.1, &title(0, "", ""), titles)
        .list(words::HARD.0, words::HARD.1, &task(0, &no_task), hard)
        .list(words::TASKS.0, words::TASKS.1, &task(0, &no_task), tasks)
        .maybe(words::MARK.0, words::MARK.1, form.mark.as_deref())
}
