"""A user's own Word template filled by docxtpl: the comparison that `cargo x bench --template` runs.

Usage: template.py TEMPLATE.docx LIST.json FOLDER. Prints the microseconds of the work, imports not counted, the processor
microseconds, and the peak memory in KiB.
"""
import json
import os
import resource
import sys
import time

from docxtpl import DocxTemplate

template, list_, folder = sys.argv[1:4]
os.makedirs(folder, exist_ok=True)
begin, processor = time.perf_counter(), time.process_time()
with open(list_, encoding="utf-8") as file:
    records = json.load(file)
for at, record in enumerate(records, 1):
    document = DocxTemplate(template)
    document.render(record, autoescape=True)
    document.save(os.path.join(folder, f"{at:04}.docx"))
took = int((time.perf_counter() - begin) * 1_000_000)
cpu = int((time.process_time() - processor) * 1_000_000)
print(took, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
