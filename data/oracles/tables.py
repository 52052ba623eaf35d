"""Reads the made-up tables back with Python's csv and with openpyxl, and writes what it found to tables/read.json.

Needs openpyxl 3.1. Run in this folder: python3 tables.py
"""
import csv
import datetime
import json
import pathlib

import openpyxl

FOLDER = pathlib.Path(__file__).parent / "tables"
DELIMITER = {"nl": ";", "en": ","}


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value


found = {}
for language, delimiter in DELIMITER.items():
    with open(FOLDER / f"made-up.{language}.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    book = openpyxl.load_workbook(FOLDER / f"made-up.{language}.xlsx")
    table, definitions = book.worksheets
    found[language] = {
        "csv": rows,
        "xlsx": [[plain(cell.value) for cell in row] for row in table.iter_rows()],
        "definitions": [[plain(cell.value) for cell in row] for row in definitions.iter_rows()],
        "sheets": book.sheetnames,
        "formulas": sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row),
        "frozen": table.freeze_panes,
        "formats": sorted({cell.number_format for row in table.iter_rows() for cell in row}),
        "created": book.properties.created.isoformat(),
    }
with open(FOLDER / "read.json", "w", encoding="utf-8") as file:
    json.dump(found, file, ensure_ascii=False, indent=1, sort_keys=True)
    file.write("\n")
