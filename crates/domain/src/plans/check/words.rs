//! The words of the checker: for each fault what is the matter, and what to do about it.

use super::Fault;
use crate::basics::Says;

/// Message and way to mend.
pub(super) fn say(fault: &Fault) -> (Says, Says) {
    let say =
        |vi: String, en: String, mend_vi: &str, mend_en: &str| (Says::new(vi, en), Says::new(mend_vi, mend_en));
    let plain = |vi: &str, en: &str, mend_vi: &str, mend_en: &str| say(vi.into(), en.into(), mend_vi, mend_en);
    match fault {
        Fault::NoTitle => plain(
            "Kế hoạch chưa có trích yếu (tên phong trào).",
            "The plan has no title.",
            "Nhập trích yếu ở mục Phần đầu văn bản.",
            "Type the title under Document.",
        ),
        Fault::NoNumber => plain(
            "Chưa có số, ký hiệu văn bản.",
            "The document has no number and symbol.",
            "Nhập số, ký hiệu, ví dụ 43/KH-UBND; chỉ phát động khi kế hoạch đã ký và lấy số.",
            "Type it, for example 43/KH-UBND; a movement is launched from a signed, numbered plan.",
        ),
        Fault::NumberUnreadable(symbol) => say(
            format!("Không tách được số và ký hiệu từ “{symbol}”."),
            format!("“{symbol}” is no number and symbol."),
            "Sửa theo mẫu số/ký hiệu, ví dụ 43/KH-UBND.",
            "Write it as number/symbol, for example 43/KH-UBND.",
        ),
        Fault::NoDate => plain(
            "Chưa có ngày ban hành.",
            "The document has no date.",
            "Nhập ngày ban hành theo thứ tự ngày/tháng/năm.",
            "Type the date as day/month/year.",
        ),
        Fault::NoIssuer => plain(
            "Chưa xác định được cơ quan ban hành.",
            "The issuing body is not known.",
            "Nhập tên đầy đủ của cơ quan ban hành.",
            "Type the full name of the issuing body.",
        ),
        Fault::NoYear => plain(
            "Chưa xác định được năm của phong trào.",
            "The year of the movement is not known.",
            "Nhập năm thực hiện.",
            "Type the year.",
        ),
        Fault::NoTheme => plain(
            "Kế hoạch chưa có chủ đề thi đua.",
            "The plan has no theme.",
            "Nhập chủ đề; nếu dùng chủ đề của cấp trên, nhập chủ đề đó và ghi nguồn.",
            "Type the theme, or the upper level's theme with its source.",
        ),
        Fault::ThemeInherited => plain(
            "Kế hoạch không có chủ đề riêng; dùng chủ đề của cấp trên được trích dẫn.",
            "The plan has no theme of its own; the theme quoted from the level above is used.",
            "Nếu đơn vị có chủ đề riêng, nhập vào ô Chủ đề.",
            "If there is an own theme, type it.",
        ),
        Fault::YearDisagrees { year, dated } => say(
            format!("Năm thực hiện {year} không khớp với năm ban hành {dated}."),
            format!("The year {year} does not agree with the date in {dated}."),
            "Kiểm tra năm thực hiện và ngày ban hành; sửa chỗ sai.",
            "Check both and mend the wrong one.",
        ),
        Fault::NoTargets => plain(
            "Chưa có chỉ tiêu nào đo đếm được.",
            "Nothing in the draft is measured.",
            "Thêm ít nhất một chỉ tiêu có cách so sánh và giá trị.",
            "Add at least one target with a comparator.",
        ),
        Fault::GoalUnclear { name } => say(
            format!("Chỉ tiêu “{name}” chưa đủ giá trị để đánh giá."),
            format!("“{name}” lacks a value to judge by."),
            "Nhập giá trị (và cận trên nếu là khoảng), hoặc ghi rõ chỉ tiêu do cấp nào giao.",
            "Type the value (and the upper bound of a range), or say who assigns it.",
        ),
        Fault::Nameless => plain(
            "Có chỉ tiêu chưa có tên.",
            "A target has no name.",
            "Nhập tên chỉ tiêu, hoặc bỏ nếu không phải chỉ tiêu.",
            "Type its name, or remove it.",
        ),
        Fault::OtherIssuer { issuer, authority } => say(
            format!("Kế hoạch do “{issuer}” ban hành, không phải “{authority}”."),
            format!("The plan was issued by “{issuer}”, not by “{authority}”."),
            "Kiểm tra có đưa nhầm kế hoạch của cơ quan khác không; nếu tên đọc sai thì sửa cơ quan ban hành.",
            "Check whether it is another authority's plan; mend the issuer if it was misread.",
        ),
        Fault::SumDisagrees { name, sum, total } => say(
            format!(
                "“{name}”: các thành phần cộng lại được {}, khác tổng {}.",
                sum.vietnamese(),
                total.vietnamese()
            ),
            format!("“{name}”: the parts make {}, the total says {}.", sum.vietnamese(), total.vietnamese()),
            "Đối chiếu với quyết định giao chỉ tiêu rồi sửa tổng hoặc thành phần.",
            "Compare with the assigning decision and mend the total or a part.",
        ),
        Fault::SharesDisagree { name, sum } => say(
            format!("“{name}”: các tỷ trọng cộng lại được {} %, không phải 100 %.", sum.vietnamese()),
            format!("“{name}”: the shares make {} %, not 100 %.", sum.vietnamese()),
            "Kiểm tra lại từng tỷ trọng.",
            "Check each share.",
        ),
        Fault::MoreThanAll { name, reached, all } => say(
            format!("“{name}”: {} lớn hơn tổng số {}.", reached.vietnamese(), all.vietnamese()),
            format!("“{name}”: {} is more than all {}.", reached.vietnamese(), all.vietnamese()),
            "Sửa số đạt hoặc tổng số tiêu chí.",
            "Mend the count or the total.",
        ),
        Fault::ToleranceNeeded { name } => say(
            format!("“{name}” ghi “khoảng”: cần người xác định sai số chấp nhận được."),
            format!("“{name}” says “about”: a person has to set the tolerance."),
            "Đặt sai số ở trang chỉ tiêu; trước đó chỉ tiêu được đánh giá là “cần người xác nhận”.",
            "Set it on the target's page; until then a person has to judge.",
        ),
        Fault::DirectionUnknown { name } => say(
            format!("“{name}”: chưa rõ cao hơn hay thấp hơn là tốt."),
            format!("“{name}”: which way is better?"),
            "Chọn ở ô Chiều tốt của chỉ tiêu.",
            "Choose the direction of the target.",
        ),
        Fault::AtLeastARange { name } => say(
            format!("“{name}” vừa ghi “ít nhất” vừa ghi một khoảng; được hiểu là đạt từ cận dưới."),
            format!("“{name}” says “at least” before a range; it is met from the lower bound."),
            "Nếu hiểu khác, sửa cách so sánh.",
            "Change the comparator if that is not meant.",
        ),
        Fault::AssignedLater { name } => say(
            format!("“{name}” lấy theo chỉ tiêu cấp trên giao, chưa có giá trị."),
            format!("“{name}” follows the assignment from above, which has no value yet."),
            "Nhập giá trị được giao ở trang chỉ tiêu khi có quyết định.",
            "Type it on the target's page when it arrives.",
        ),
        Fault::EarlierYearNeeded { name, year } => say(
            format!("“{name}” so với kết quả năm {year}, chưa có số liệu."),
            format!("“{name}” is measured against {year}, whose figure is missing."),
            "Nhập kết quả năm trước ở trang chỉ tiêu.",
            "Type the earlier figure on the target's page.",
        ),
        Fault::Doubtful { name } => say(
            format!("Máy đọc chưa chắc chắn chỉ tiêu “{name}”."),
            format!("The reader was not sure of “{name}”."),
            "Đối chiếu với dòng gốc bên trái, sửa nếu cần rồi lưu.",
            "Compare with the source line, mend and save.",
        ),
        Fault::DoubtfulHead { value } => say(
            format!("Máy đọc chưa chắc chắn chữ “{value}” ở phần đầu văn bản."),
            format!("The reader was not sure of “{value}” in the head of the document."),
            "Đối chiếu với bản giấy, sửa nếu cần rồi lưu.",
            "Compare with the paper, mend and save.",
        ),
        Fault::StrayYear { year, plan } => say(
            format!("Còn chữ “năm {year}” trong kế hoạch năm {plan}."),
            format!("“{year}” stands in a plan for {plan}."),
            "Có thể là chữ sót từ kế hoạch năm trước; kiểm tra câu này.",
            "Probably left from last year's plan; check it.",
        ),
        Fault::WaveReversed { name } => say(
            format!("“{name}” kết thúc trước khi bắt đầu."),
            format!("“{name}” ends before it begins."),
            "Sửa ngày bắt đầu hoặc ngày kết thúc.",
            "Mend one of the two days.",
        ),
        Fault::WavesApart { first, second, overlap } => {
            let (vi, en) = if *overlap {
                ("chồng lên nhau", "overlap")
            } else {
                ("không liền nhau", "leave days between")
            };
            say(
                format!("“{first}” và “{second}” {vi}."),
                format!("“{first}” and “{second}” {en}."),
                "Kiểm tra ngày của hai đợt.",
                "Check the days of both waves.",
            )
        }
        Fault::DeadlineTight { name } => say(
            format!("Hạn tổng kết của “{name}” không sau ngày cuối của đợt."),
            format!("The summing-up of “{name}” is due no later than its last day."),
            "“Trước ngày” nghĩa là hoàn thành muộn nhất ngày hôm trước; lên lịch sớm.",
            "“Before the day” means the day before at the latest; plan early.",
        ),
        Fault::Anniversary { name, printed, computed } => say(
            format!("“{name}”: in {printed} năm, tính theo ngày là {computed} năm."),
            format!("“{name}”: printed {printed} years, the dates give {computed}."),
            "Sửa số năm hoặc ngày.",
            "Mend the number or the date.",
        ),
        Fault::OccasionOutside { name, wave } => say(
            format!("“{name}” nằm ngoài thời gian của “{wave}”."),
            format!("“{name}” lies outside “{wave}”."),
            "Chấp nhận được nếu cố ý; nếu không, chuyển sang đợt khác.",
            "Fine if meant; else move it.",
        ),
        Fault::NoBases => plain(
            "Không thấy căn cứ nào.",
            "No legal basis was found.",
            "Kiểm tra phần mở đầu của kế hoạch.",
            "Check the preamble.",
        ),
        Fault::NoParentPlan => plain(
            "Chưa nhận ra kế hoạch, chỉ thị của cấp trên mà kế hoạch này triển khai.",
            "The upper level's plan that this one carries out was not recognised.",
            "Đánh dấu căn cứ tương ứng là “kế hoạch cấp trên”.",
            "Mark the basis that is the parent plan.",
        ),
        Fault::BasisLater { symbol } => say(
            format!("Căn cứ {symbol} có ngày sau ngày của kế hoạch."),
            format!("{symbol} is dated after the plan."),
            "Kiểm tra ngày của căn cứ.",
            "Check its date.",
        ),
        Fault::NoCalendar => plain(
            "Kế hoạch không in lịch báo cáo.",
            "No reporting calendar is printed.",
            "Hệ thống dùng bốn mốc: quý I, 6 tháng, 9 tháng, cả năm.",
            "Four points are used: Q1, half-year, nine months, year.",
        ),
        Fault::NoRecipients => plain(
            "Không thấy Nơi nhận.",
            "No recipients were found.",
            "Bổ sung Nơi nhận nếu kế hoạch có.",
            "Add them if the plan has any.",
        ),
        Fault::NoSigner => plain(
            "Không thấy người ký.",
            "No signature was found.",
            "Đối chiếu với bản ký trước khi phát động.",
            "Compare with the signed copy before launching.",
        ),
        Fault::BasisEnded { symbol, until, next, sure } => {
            let day = until.format("%d/%m/%Y");
            let (doubt_vi, doubt_en) =
                if *sure { ("", "") } else { (" (cần người xác nhận)", " (to be confirmed by a person)") };
            say(
                format!("Căn cứ {symbol} hết hiệu lực sau ngày {day}, trước ngày ban hành kế hoạch{doubt_vi}."),
                format!("{symbol} ended on {day}, before the date of the plan{doubt_en}."),
                &format!(
                    "Xem có phải căn cứ văn bản thay thế {next} không; nếu chỉ nhắc để đối chiếu thì giữ lại."
                ),
                &format!(
                    "See whether {next}, which replaced it, should be cited; keep it if it is only mentioned."
                ),
            )
        }
        Fault::BasisNotYet { symbol, from } => {
            let day = from.format("%d/%m/%Y");
            say(
                format!("Căn cứ {symbol} có hiệu lực từ ngày {day}, sau ngày ban hành kế hoạch."),
                format!("{symbol} is in force from {day}, after the date of the plan."),
                "Xem văn bản nào còn hiệu lực vào ngày ban hành.",
                "See which document was in force on the date of the plan.",
            )
        }
        Fault::SourceDisagrees { name, value, other, symbol } => say(
            format!("“{name}” ghi {}, còn văn bản {symbol} giao {}.", value.vietnamese(), other.vietnamese()),
            format!("“{name}” says {}, {symbol} assigns {}.", value.vietnamese(), other.vietnamese()),
            "Đối chiếu với văn bản giao chỉ tiêu rồi sửa số sai; nếu đơn vị phấn đấu cao hơn thì giữ và ghi rõ.",
            "Compare with the assigning document and mend the wrong figure, or keep a higher aim and say so.",
        ),
        Fault::NumberUnpadded(symbol) => say(
            format!("Số văn bản nhỏ hơn 10 phải thêm số 0 phía trước: “{symbol}”."),
            format!("A number below 10 is written with a zero: “{symbol}”."),
            "Ghi theo Phụ lục I Nghị định 30/2020/NĐ-CP, ví dụ 05/KH-UBND.",
            "Write it by Phụ lục I of Nghị định 30/2020/NĐ-CP, for example 05/KH-UBND.",
        ),
        Fault::SymbolDisagrees { kind, expected } => say(
            format!("Ký hiệu không khớp tên loại: {kind} viết tắt là {expected}."),
            format!("The symbol does not fit the kind: {kind} is abbreviated {expected}."),
            "Kiểm tra tên loại và ký hiệu; sửa chỗ sai.",
            "Check the kind and the symbol and mend the wrong one.",
        ),
        Fault::NoPlace => plain(
            "Ngày tháng năm ban hành chưa có địa danh đi trước.",
            "The date stands without the place.",
            "Ghi địa danh trước ngày tháng năm, ví dụ: Lơ Ku, ngày 07 tháng 3 năm 2022.",
            "Write the place before the date.",
        ),
        Fault::DateUnpadded => plain(
            "Ngày dưới 10 và tháng 1, 2 phải thêm số 0 phía trước.",
            "Days below 10 and months 1 and 2 are written with a zero.",
            "Ghi theo Phụ lục I Nghị định 30/2020/NĐ-CP, ví dụ: ngày 05 tháng 02 năm 2024.",
            "Write it by Phụ lục I of Nghị định 30/2020/NĐ-CP, for example ngày 05 tháng 02 năm 2024.",
        ),
        Fault::NoMotto => plain(
            "Không thấy Quốc hiệu và Tiêu ngữ ở đầu văn bản.",
            "Neither the country's name nor its motto stands at the head.",
            "Kiểm tra bản ký; nếu tệp chỉ là phần nội dung thì bỏ qua.",
            "Check the signed copy; pass over it if the file holds the body only.",
        ),
        Fault::NotFiled => plain(
            "Nơi nhận chưa có dòng “Lưu: VT, …”.",
            "The recipients lack the line “Lưu: VT, …”.",
            "Thêm dòng lưu ở cuối Nơi nhận.",
            "Add it as the last of the recipients.",
        ),
        Fault::NotForTheCommittee => plain(
            "Ủy ban nhân dân làm việc theo chế độ tập thể: trước chức vụ người ký phải có “TM.”.",
            "A people's committee decides as a body: “TM.” stands before the post of the signer.",
            "Ghi TM. ỦY BAN NHÂN DÂN phía trên chức vụ người ký.",
            "Write TM. ỦY BAN NHÂN DÂN above the post.",
        ),
        Fault::BodyEnded { name } => say(
            format!("“{name}” thuộc cấp huyện, đã kết thúc hoạt động từ 01/7/2025."),
            format!("“{name}” belongs to the district level, which ended on 1 July 2025."),
            "Thay bằng cơ quan cấp xã hoặc cấp tỉnh tiếp nhận nhiệm vụ.",
            "Name the body of the commune or the province that took its place.",
        ),
        Fault::DistrictEnded => plain(
            "Cấp huyện đã kết thúc hoạt động từ 01/7/2025.",
            "The district level ended on 1 July 2025.",
            "Kiểm tra cơ quan ban hành và ngày ban hành.",
            "Check the issuer and the date.",
        ),
    }
}
