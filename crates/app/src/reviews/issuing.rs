//! Issuing a report under a number, opening it again, and noting that it was sent upwards.

use super::one::{Came, Whole, issue_fields, render, send_fields, vietnamese, whole};
use super::words::words;
use super::{gather, noted, table};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal, show};
use crate::reporting::outside;
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_store::StoreError;
use thidua_store::reviews::Issue;

async fn open(sent: &Sent) -> Result<Whole, Refusal> {
    let found = whole(&sent.app, &sent.visitor, &sent.id, Act::Review).await?;
    if found.view.movement.state == MovementState::Closed { Err(Refusal::ChangedMeanwhile) } else { Ok(found) }
}

/// `POST /period-reports/{id}/issue`: number, day and signer; from here on nothing of it changes.
pub(crate) async fn issue(sent: Sent) -> Answer {
    let app = &sent.app;
    let found = open(&sent).await?;
    if found.report.issued {
        return Err(Refusal::ChangedMeanwhile);
    }
    let w = words(sent.caller.preferences.language);
    let mut reader = sent.reader();
    let number = reader.required_name("number");
    let symbol = NumberSymbol::read(&number);
    if symbol.is_none() {
        reader.problem("number", w.bad_number);
    }
    let dated = reader.day("dated");
    let ends = gather::last_day(&found.gathered.plan, found.report.period);
    match dated {
        None => reader.problem("dated", crate::face::words::words(sent.caller.preferences.language).must_fill),
        Some(day) if day > crate::local_date((app.clock)()) => reader.problem("dated", w.day_future),
        // a report of the whole year is often signed in its December
        Some(day) if ends.is_some_and(|ends| day < ends - chrono::Days::new(31)) => {
            reader.problem("dated", w.day_early.replace("{day}", &show::day(ends)));
        }
        Some(_) => {}
    }
    let signer_title = reader.name("signer_title");
    let signer_name = reader.required_name("signer");
    let (Some(symbol), Some(dated), true) = (symbol, dated, reader.fine()) else {
        let came = Came { issuing: Some(reader.mark(issue_fields(&found, w))), ..Came::default() };
        return render(app, &sent.caller, &sent.visitor, found, came).await;
    };
    let issue = Issue { number_symbol: number.clone(), dated, signer_title, signer_name };
    let change = app.store.change(sent.author()).await?;
    match change.issue_period_report(&found.report, sent.seen(), &issue, &symbol).await {
        Ok(()) => {}
        Err(StoreError::AlreadyThere) => {
            drop(change);
            reader.problem("number", w.taken_number);
            let came = Came { issuing: Some(reader.mark(issue_fields(&found, w))), ..Came::default() };
            return render(app, &sent.caller, &sent.visitor, found, came).await;
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let fields = reader.mark(issue_fields(&found, w));
            let newest = whole(app, &sent.visitor, &sent.id, Act::Review).await?;
            let came = Came { issuing: Some(fields), conflict: true, ..Came::default() };
            return render(app, &sent.caller, &sent.visitor, newest, came).await;
        }
        Err(other) => return Err(other.into()),
    }
    for section in &found.sections {
        // what the program wrote is kept as it was on this day, and stays the program's
        let text = section.edited();
        let made = section.made.text();
        let same = section.version.as_ref().is_some_and(|version| version.made == made);
        let keeps = match (text, &section.version) {
            (Some(_), _) => false,
            (None, Some(_)) => !same,
            (None, None) => true,
        };
        if keeps {
            change.write_section(&sent.id, &section.made.code, None, None, &made).await?;
        }
    }
    change.keep_results(&sent.id, &table::rows(&found.gathered)).await?;
    let detail = format!("{number}, {}", show::day(Some(dated)));
    let unit = &found.view.plan.unit_id;
    change.commit(noted(unit, "period-report.issued", "period-report", &sent.id, Some(detail))).await?;
    go(format!("/period-reports/{}?done=saved", sent.id))
}

/// `POST /period-reports/{id}/reopen`.
pub(crate) async fn reopen(sent: Sent) -> Answer {
    let found = open(&sent).await?;
    let Some(reason) = sent.text("reason")? else {
        let c = crate::face::words::words(sent.caller.preferences.language);
        let came = Came { reason: Some(c.must_fill), ..Came::default() };
        return render(&sent.app, &sent.caller, &sent.visitor, found, came).await;
    };
    let change = sent.app.store.change(sent.author()).await?;
    change.reopen_period_report(&sent.id, sent.seen(), &reason).await?;
    let unit = &found.view.plan.unit_id;
    change.commit(noted(unit, "period-report.reopened", "period-report", &sent.id, Some(reason))).await?;
    go(format!("/period-reports/{}?done=saved", sent.id))
}

/// `POST /period-reports/{id}/send`.
pub(crate) async fn send_up(sent: Sent) -> Answer {
    let app = &sent.app;
    let found = open(&sent).await?;
    let w = words(sent.caller.preferences.language);
    let mut reader = sent.reader();
    let to = reader.required_name("to");
    let on = reader.day("on");
    if on.is_none() {
        reader.problem("on", crate::face::words::words(sent.caller.preferences.language).must_fill);
    }
    if on.is_some_and(|on| on > crate::local_date((app.clock)())) {
        reader.problem("on", w.day_future);
    }
    let (Some(on), true) = (on, reader.fine()) else {
        let fields = reader.mark(send_fields(app, &found, w).await?);
        let came = Came { sending: Some(fields), ..Came::default() };
        return render(app, &sent.caller, &sent.visitor, found, came).await;
    };
    let above = outside::above(app, &found.view.plan, found.report.period).await?;
    let with = above.filter(|_| reader.tick("attach")).map(|(_, report)| report.id);
    let change = app.store.change(sent.author()).await?;
    change.send_period_report(&sent.id, sent.seen(), &to, on, with.as_deref()).await?;
    let says = vietnamese().sent_says.replace("{to}", &to).replace("{day}", &show::day(Some(on)));
    let unit = &found.view.plan.unit_id;
    change.commit(noted(unit, "period-report.sent-up", "period-report", &sent.id, Some(says))).await?;
    go(format!("/period-reports/{}?done=sent", sent.id))
}
