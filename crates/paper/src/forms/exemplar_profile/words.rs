//! The wording of the profile of an exemplar. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Bản giới thiệu điển hình tiên tiến";
pub(super) const ENGLISH: &str = "Profile of an exemplar";
pub(super) const NEEDS: Says = Says {
    vi: "Điển hình, lĩnh vực, việc làm, kết quả, cách làm có thể học tập và sự đồng ý công khai.",
    en: "Who, in which field, what was done, what came of it, what can be learnt, and consent to publish.",
};
pub(super) const EXAMPLES: [Says; 1] = [Says { vi: "Điển hình là cá nhân", en: "A person" }];
pub(super) const KIND: &str = "BẢN GIỚI THIỆU ĐIỂN HÌNH TIÊN TIẾN";
pub(super) const WHO: &str = "ĐIỂN HÌNH";
pub(super) const NAME_LABEL: &str = "Tên";
pub(super) const WHO_LABEL: &str = "Chức vụ, đơn vị, nơi ở";
pub(super) const FIELD: &str = "Lĩnh vực";
pub(super) const DEED: &str = "Việc làm tiêu biểu";
pub(super) const STORY: &str = "CÁCH LÀM";
pub(super) const STORY_MISSING: &str = "(Chưa nhập cách làm)";
pub(super) const RESULTS: &str = "KẾT QUẢ";
pub(super) const LESSONS: &str = "ĐIỀU CÓ THỂ HỌC TẬP, NHÂN RỘNG";
pub(super) const AWARDS: &str = "ĐÃ ĐƯỢC BIỂU DƯƠNG, KHEN THƯỞNG";
pub(super) const SPREADING: &str = "TUYÊN TRUYỀN, NHÂN RỘNG";
pub(super) const SPREADING_MISSING: &str = "(Chưa có kế hoạch tuyên truyền, nhân rộng)";

pub(super) fn subject(name: &str) -> String {
    name.to_owned()
}

pub(super) fn consent(consent: Option<bool>) -> String {
    match consent {
        Some(true) => "Người được giới thiệu đồng ý để cơ quan công khai tên, hình ảnh và việc làm./.".into(),
        Some(false) => "Người được giới thiệu không đồng ý công khai; chỉ dùng trong nội bộ cơ quan./.".into(),
        None => "Chưa có ý kiến của người được giới thiệu về việc công khai; chưa được tuyên truyền./.".into(),
    }
}
