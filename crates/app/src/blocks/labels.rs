//! Kinds and findings of blocks as people read them.

use super::words::Words;
use thidua_domain::basics::date::short;
use thidua_domain::blocks::{BlockFinding, BlockKind};

pub(super) fn kind(kind: BlockKind, w: &'static Words) -> &'static str {
    match kind {
        BlockKind::Block => w.kind_block,
        BlockKind::Cluster => w.kind_cluster,
    }
}

/// What is the matter, and how to mend it.
pub(super) fn finding(one: &BlockFinding, w: &'static Words) -> (String, &'static str) {
    match one {
        BlockFinding::NoLead { year } => (w.f_no_lead.replace("{year}", &year.to_string()), w.m_no_lead),
        BlockFinding::LeadIsNoMember { name } => (w.f_lead_no_member.replace("{name}", name), w.m_lead_no_member),
        BlockFinding::MemberEnded { name, last } => {
            (w.f_member_ended.replace("{name}", name).replace("{day}", &short(*last)), w.m_member_ended)
        }
        BlockFinding::OneMember => (w.f_one_member.to_owned(), w.m_one_member),
        BlockFinding::Empty => (w.f_empty.to_owned(), w.m_empty),
    }
}
