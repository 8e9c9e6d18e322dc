//! Rounds of consideration and nominations: who is proposed, judged at once by the law of the day, with live ratios and a
//! dossier that is typed once.

mod achievements;
mod adding;
mod attesting;
mod conditions;
mod correcting;
mod discipline;
mod dossier;
mod entering;
pub(crate) mod facts;
mod gathered;
pub(crate) mod judging;
pub(crate) mod labels;
pub(crate) mod law;
pub(crate) mod listed;
pub(crate) mod listed_steps;
mod one;
mod outcome;
mod printing;
mod ratios;
mod replay;
mod report;
mod results;
mod round;
mod rounds;
pub(crate) mod scene;
mod stepping;
pub(crate) mod words;

pub(crate) use adding::{add, judge_round};
pub(crate) use correcting::correct;
pub(crate) use dossier::{
    add_paper, answer_remark, ask_opinion, attest, download_opinion, download_paper, enter_opinion, withdraw_paper,
};
pub(crate) use one::show as show_nomination;
pub(crate) use printing::{Cover, FORMS, OF_ROUND, Submitted, of_nomination, of_round, submission};
pub(crate) use replay::show as replay;
pub(crate) use report::assemble;
pub(crate) use results::cite;
pub(crate) use round::show as show_round;
pub(crate) use rounds::{correct as correct_round, open as open_round, show as show_rounds};
pub(crate) use stepping::{downgrade, judge_again, step};
