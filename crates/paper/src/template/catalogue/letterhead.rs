//! Head and foot, which every official document has.

use super::super::fields::Described;
use super::words;
use crate::forms::Letterhead;

pub(super) fn letterhead(head: &Letterhead) -> Described {
    let signature = &head.signature;
    Described::new()
        .maybe(words::PARENT.0, words::PARENT.1, head.parent_authority.as_deref())
        .text(words::ISSUER.0, words::ISSUER.1, &head.issuer)
        .maybe(words::NUMBER.0, words::NUMBER.1, head.number_symbol.as_deref())
        .maybe(words::SYMBOL.0, words::SYMBOL.1, head.symbol_hint.as_deref())
        .maybe(words::PLACE.0, words::PLACE.1, head.place.as_deref())
        .day(words::DAY.0, words::DAY.1, head.date)
        .texts(words::RECIPIENTS.0, words::RECIPIENTS.1, &head.recipients)
        .maybe(words::SIGNED_FOR.0, words::SIGNED_FOR.1, signature.authority_form.as_deref())
        .text(words::SIGNER_POST.0, words::SIGNER_POST.1, &signature.post)
        .maybe(words::SIGNER.0, words::SIGNER.1, signature.name.as_deref())
}
