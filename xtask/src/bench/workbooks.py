"""Workbooks in the common tools: the comparison that `cargo x bench --workbooks` runs.

Usage: workbooks.py read-openpyxl|read-calamine FOLDER, or write-openpyxl|write-xlsxwriter FILE. Prints the microseconds of the
work, imports not counted, the processor microseconds, and the peak memory in KiB. Reading takes every cell of the first sheet of
every workbook and tries its figure as a number; writing makes 100,000 rows of 12 columns.
"""
import datetime
import os
import resource
import sys
import time

tool, place = sys.argv[1:3]
FIGURE = 7
ROWS = 100_000


def files():
    return sorted(os.path.join(place, name) for name in os.listdir(place) if name.endswith(".xlsx"))


def number(value):
    if isinstance(value, (int, float)):
        return value
    try:
        return float(str(value).replace(".", "").replace(",", "."))
    except ValueError:
        return None


def row(at):
    families = ["Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Đức"]
    some = at % 4
    start = datetime.datetime(1950, 1, 1)
    return [
        f"{families[some]} {at}", start + datetime.timedelta(days=at % 20_000), f"Ủy ban nhân dân xã số {at % 300}",
        "Chiến sĩ thi đua cơ sở" if some == 0 else "Lao động tiên tiến", at * 0.25, at * 1000, at % 40,
        "Có" if some == 1 else "Không", "Công chức Văn phòng - Thống kê", start + datetime.timedelta(days=at % 30_000),
        f"{at}/QĐ-UBND", "Hoàn thành tốt nhiệm vụ",
    ]


def read_openpyxl():
    import openpyxl

    begin = time.perf_counter()
    good = 0
    for file in files():
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for cells in book.worksheets[0].iter_rows(min_row=9, max_row=30, values_only=True):
            good += number(cells[FIGURE]) is not None
        book.close()
    return begin, good


def read_calamine():
    import python_calamine

    begin = time.perf_counter()
    good = 0
    for file in files():
        rows = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
        good += sum(number(cells[FIGURE]) is not None for cells in rows[8:30] if len(cells) > FIGURE)
    return begin, good


def write_openpyxl():
    import openpyxl

    begin = time.perf_counter()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    for at in range(ROWS):
        sheet.append(row(at))
    book.save(place)
    return begin, ROWS


def write_xlsxwriter():
    import xlsxwriter

    begin = time.perf_counter()
    book = xlsxwriter.Workbook(place, {"constant_memory": True})
    day = book.add_format({"num_format": "d/m/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    for at in range(ROWS):
        for column, value in enumerate(row(at)):
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(at, column, value, day)
            else:
                sheet.write(at, column, value)
    book.close()
    return begin, ROWS


runs = {"read-openpyxl": read_openpyxl, "read-calamine": read_calamine, "write-openpyxl": write_openpyxl,
        "write-xlsxwriter": write_xlsxwriter}
processor = time.process_time()
begin, made = runs[tool]()
took = int((time.perf_counter() - begin) * 1_000_000)
cpu = int((time.process_time() - processor) * 1_000_000)
print(took, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, made)
