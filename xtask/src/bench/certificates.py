"""A thousand certificates set by another tool: the comparison that `cargo x bench --certificates` runs.

Usage: certificates.py TOOL LIST.csv OUT FONTS, TOOL one of typst, typst-each, reportlab, weasyprint. OUT is one PDF, or a folder for
typst-each. Prints the microseconds of the work, imports not counted, the processor microseconds, the peak memory in KiB,
the bytes written and how many certificates there are.
"""
import csv
import json
import os
import resource
import sys
import time

tool, list_, out, fonts = sys.argv[1:5]
with open(list_, encoding="utf-8") as file:
    rows = list(csv.DictReader(file))

HEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
ISSUER = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA"


def lines(row):
    """Text, size in points, face, and height above the lower edge in millimetres: the page of our own design."""
    return [
        (HEAD[0], 15, "bold", 184), (HEAD[1], 14, "bold", 177), (ISSUER, 17, "bold", 162), ("TẶNG", 15, "bold", 152),
        ("GIẤY KHEN", 42, "bold", 134), (f"{row['sex']} {row['name']}", 24, "bold", 115),
        (f"{row['title']}, {row['unit']}", 16, "italic", 99), (f"Đã có thành tích: {row['merit']}", 13, "regular", 80),
        (f"Minh Họa, ngày {row['day']} tháng {row['month']} năm {row['year']}", 14, "italic", 63),
        ("CHỦ TỊCH", 14, "bold", 50), (row["signer"], 15, "bold", 24),
        (f"Quyết định số {row['decision']}; vào sổ số {row['book']}", 11, "regular", 35),
    ]


TYPST = """
#set page(width: 297mm, height: 210mm, margin: 0mm)
#set text(font: "Liberation Serif", lang: "vi")
#for (number, page-lines) in json(bytes(sys.inputs.data)).enumerate() {
  if number > 0 { pagebreak() }
  place(rect(width: 279mm, height: 192mm, stroke: 1.5mm + rgb("#a6121c")), dx: 9mm, dy: 9mm)
  place(rect(width: 273mm, height: 186mm, stroke: 0.5mm + rgb("#9a6a12")), dx: 12mm, dy: 12mm)
  for (words, size, face, height) in page-lines {
    place(dy: 210mm - height * 1mm - size * 1pt, block(width: 297mm, align(center, text(
      size: size * 1pt,
      weight: if face == "bold" { "bold" } else { "regular" },
      style: if face == "italic" { "italic" } else { "normal" },
      words,
    ))))
  }
}
"""


def typst(some, path):
    import typst as library
    library.compile(TYPST.encode(), output=path, font_paths=[fonts], sys_inputs={"data": json.dumps([lines(r) for r in some])})


def reportlab(some, path):
    from reportlab.lib.colors import HexColor
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    for name in ("Regular", "Bold", "Italic"):
        pdfmetrics.registerFont(TTFont(name.lower(), os.path.join(fonts, f"LiberationSerif-{name}.ttf")))
    canvas = Canvas(path, pagesize=(297 * mm, 210 * mm))
    for row in some:
        canvas.setStrokeColor(HexColor("#a6121c"))
        canvas.setLineWidth(1.5 * mm)
        canvas.rect(9 * mm, 9 * mm, 279 * mm, 192 * mm)
        canvas.setStrokeColor(HexColor("#9a6a12"))
        canvas.setLineWidth(0.5 * mm)
        canvas.rect(12 * mm, 12 * mm, 273 * mm, 186 * mm)
        for words, size, face, height in lines(row):
            canvas.setFont(face, size)
            canvas.drawCentredString(148.5 * mm, height * mm, words)
        canvas.showPage()
    canvas.save()


def weasyprint(some, path):
    import html
    from weasyprint import HTML
    style = (
        "@page{size:297mm 210mm;margin:0}section{position:relative;width:297mm;height:210mm;break-after:page;"
        "font-family:'Liberation Serif'}div{position:absolute;left:9mm;top:9mm;width:276mm;height:189mm;"
        "border:1.5mm double #a6121c}p{position:absolute;left:0;width:297mm;text-align:center;margin:0}"
    )
    page = "".join(
        "<section><div></div>" + "".join(
            f"<p style='bottom:{height}mm;font-size:{size}pt;"
            f"{'font-weight:bold' if face == 'bold' else 'font-style:italic' if face == 'italic' else ''}'>{html.escape(words)}</p>"
            for words, size, face, height in lines(row)
        ) + "</section>"
        for row in some
    )
    HTML(string=f"<html lang=vi><style>{style}</style>{page}</html>").write_pdf(path)


# the library is loaded before the clock starts
{"typst": lambda: __import__("typst"), "typst-each": lambda: __import__("typst"),
 "reportlab": lambda: __import__("reportlab.pdfgen.canvas"), "weasyprint": lambda: __import__("weasyprint")}[tool]()
begin, processor = time.perf_counter(), time.process_time()
if tool == "typst-each":
    os.makedirs(out, exist_ok=True)
    # a hundred are enough: each takes what every other takes
    rows = rows[:100]
    for at, row in enumerate(rows, 1):
        typst([row], os.path.join(out, f"{at:04}.pdf"))
    size = sum(os.path.getsize(os.path.join(out, name)) for name in os.listdir(out))
else:
    {"typst": typst, "reportlab": reportlab, "weasyprint": weasyprint}[tool](rows, out)
    size = os.path.getsize(out)
took = int((time.perf_counter() - begin) * 1_000_000)
cpu = int((time.process_time() - processor) * 1_000_000)
print(took, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, size, len(rows))
