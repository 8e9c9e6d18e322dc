//! What people read about signatures: Vietnamese first, English second.

use super::{Checked, Distrust, Outcome, ReserveProblem, Since, Unchecked};
use thidua_domain::basics::Says;

/// What the fields are for, as a screen reader says it: the signer's, and that of the authority.
pub(super) fn field_tooltips(signer: &str) -> (String, String) {
    (format!("Chữ ký số của {signer}"), "Chữ ký số của cơ quan, tổ chức".to_owned())
}

impl Outcome {
    /// The answer in words.
    pub fn says(&self) -> Says {
        match self {
            Outcome::Trusted { authority } => Says::new(
                format!("Toàn vẹn, và do tổ chức chứng thực có trong danh sách tin cậy cấp: {}.", authority.name),
                format!("Intact, and certified by an authority of the list: {}.", authority.name),
            ),
            Outcome::Untrusted(distrust) => distrust.says(),
            Outcome::Altered => Says::new(
                "Nội dung đã bị thay đổi sau khi ký, hoặc chữ ký không phải của chứng thư này. Không dùng bản này; hãy lấy lại bản đã ký.",
                "The content was changed after signing, or the signature is not of this certificate. Do not use this copy; get the signed one again.",
            ),
            Outcome::Unchecked(why) => why.says(),
        }
    }
}

impl Distrust {
    fn says(self) -> Says {
        match self {
            Distrust::NotListed => Says::new(
                "Toàn vẹn, nhưng tổ chức chứng thực không có trong danh sách tin cậy. Nếu tin tổ chức này, hãy thêm chứng thư gốc của họ vào danh sách.",
                "Intact, but the authority is not in the list. If it is to be trusted, add its root certificate to the list.",
            ),
            Distrust::Expired => Says::new(
                "Toàn vẹn, nhưng chứng thư đã hết hạn khi ký. Hãy hỏi lại người ký.",
                "Intact, but the certificate had expired when it signed. Ask the signer.",
            ),
            Distrust::NotYetValid => Says::new(
                "Toàn vẹn, nhưng chứng thư chưa có hiệu lực khi ký. Hãy hỏi lại người ký.",
                "Intact, but the certificate was not valid yet when it signed. Ask the signer.",
            ),
            Distrust::InFuture => Says::new(
                "Toàn vẹn, nhưng thời điểm ký ghi trên chữ ký ở sau thời điểm kiểm tra. Hãy xem lại đồng hồ máy, rồi hỏi lại người ký.",
                "Intact, but it says that it was signed after now. Look at the clock of this machine, then ask the signer.",
            ),
            Distrust::NotForSigning => Says::new(
                "Toàn vẹn, nhưng chứng thư không phải loại dùng để ký văn bản. Hãy hỏi lại người ký.",
                "Intact, but the certificate is not one for signing. Ask the signer.",
            ),
            Distrust::Chain => Says::new(
                "Toàn vẹn, nhưng chuỗi chứng thư không dẫn được tới tổ chức trong danh sách tin cậy (chứng thư trung gian hỏng, hết hạn, không được phép cấp, hoặc dùng thuật toán yếu). Hãy kiểm tra bằng công cụ của tổ chức chứng thực.",
                "Intact, but the chain of certificates does not lead to an authority of the list (a certificate between is damaged, expired, may not issue, or is weak). Check it with the tool of the authority.",
            ),
        }
    }
}

impl Unchecked {
    fn says(&self) -> Says {
        match self {
            Unchecked::Algorithm(name) => Says::new(
                format!(
                    "Không kiểm tra được: thuật toán {name} chưa hỗ trợ. Hãy kiểm tra bằng công cụ của tổ chức chứng thực."
                ),
                format!(
                    "Cannot be checked: the algorithm {name} is not known here. Check it with the tool of the authority."
                ),
            ),
            Unchecked::Format(name) => Says::new(
                format!(
                    "Không kiểm tra được: kiểu chữ ký “{name}” chưa hỗ trợ. Hãy kiểm tra bằng công cụ của tổ chức chứng thực."
                ),
                format!(
                    "Cannot be checked: the kind of signature “{name}” is not known here. Check it with the tool of the authority."
                ),
            ),
            Unchecked::Timestamp => Says::new(
                "Dấu thời gian của tài liệu, không phải chữ ký của người; chưa kiểm tra.",
                "A timestamp of the document and no signature of a person; not checked.",
            ),
            Unchecked::Unreadable => Says::new(
                "Không đọc được chữ ký. Hãy kiểm tra bằng công cụ của tổ chức chứng thực.",
                "The signature cannot be read. Check it with the tool of the authority.",
            ),
        }
    }
}

impl Since {
    /// What happened after signing; nothing to say when nothing did.
    pub fn says(self) -> Option<Says> {
        match self {
            Since::Nothing => None,
            Since::Added => Some(Says::new(
                "Ký trên một bản trước; sau đó tệp được thêm phần khác (như chữ ký tiếp theo), chữ trên các trang không đổi.",
                "Signed an earlier version; something was added since (such as another signature), and the text of the pages is the same.",
            )),
            Since::Changed => Some(Says::new(
                "Ký trên một bản trước; SAU KHI KÝ nội dung trang đã bị sửa. Hãy lấy lại bản đã ký và đối chiếu.",
                "Signed an earlier version; the pages were CHANGED SINCE. Get the signed copy again and compare.",
            )),
            Since::Unknown => Some(Says::new(
                "Ký trên một bản trước; tệp đã có thay đổi sau khi ký mà không so sánh được.",
                "Signed an earlier version; changed since, in a way that cannot be compared.",
            )),
        }
    }
}

impl Checked {
    /// Everything to tell, the answer first. That revocation was not checked is told of every signature that is trusted.
    pub fn says(&self) -> Vec<Says> {
        let mut says = vec![self.outcome.says()];
        says.extend(self.since.says());
        if self.weak {
            says.push(Says::new(
                "Chữ ký dùng thuật toán hoặc khóa nay được coi là yếu (SHA-1, RSA dưới 2048 bit).",
                "The signature uses an algorithm or key that is weak today (SHA-1, RSA below 2048 bits).",
            ));
        }
        if self.outcome.is_intact() {
            if self.expired_since {
                says.push(Says::new(
                    "Chứng thư nay đã hết hạn; thời điểm ký là do máy người ký ghi, chưa được xác nhận.",
                    "The certificate has expired by now; the time of signing is what the signer's machine wrote, and is not confirmed.",
                ));
            }
            says.push(Says::new(
                "Chưa kiểm tra chứng thư có bị thu hồi hay không (cần kết nối mạng).",
                "Whether the certificate was revoked is not checked (that needs a network).",
            ));
        }
        says
    }
}

impl ReserveProblem {
    /// What is the matter and what to do next.
    pub fn says(self) -> Says {
        match self {
            ReserveProblem::Read(problem) => problem.says(),
            ReserveProblem::Unfit => Says::new(
                "Không thêm được ô chữ ký vào tệp PDF này. Hãy xuất lại văn bản từ phần mềm.",
                "No field can be added to this PDF. Write the document anew.",
            ),
            ReserveProblem::NoPlace => Says::new(
                "Vị trí ô chữ ký không nằm trên trang. Hãy chọn lại trang và vị trí.",
                "The place of the field is not on a page. Choose another.",
            ),
            ReserveProblem::NoName => Says::new(
                "Không tìm thấy tên người ký trên văn bản. Hãy kiểm tra lại họ tên.",
                "The name of the signer is not printed on the document. Check the name.",
            ),
            ReserveProblem::NoRoom => Says::new(
                "Không đủ chỗ phía trên tên người ký để đặt ô chữ ký.",
                "There is not enough room above the name of the signer.",
            ),
        }
    }
}
