"""Imports a table of many rows through a running product and counts: rows in, reports stored, rows refused, cases opened.

A measurement, run by hand (docs/benchmarks.md says how it went). Every hundredth row is wrong on purpose, each in one of four
ways, so that the file of errors has a known length. Needs nothing beside Python; what it counts it asks the product for.
"""

import argparse
import csv
import io
import json
import os
import random
import time
import urllib.error
import urllib.request
import uuid
import zipfile
from xml.sax.saxutils import escape

HEADINGS = ["诉求内容", "类别", "经度", "纬度", "地址", "姓名", "电话", "工单编号"]
FIELDS = ["TEXT", "CATEGORY", "LONGITUDE", "LATITUDE", "ADDRESS", "RESIDENT_NAME", "RESIDENT_PHONE", "REFERENCE"]
MATTERS = ["楼道堆放杂物多日无人清理", "路灯不亮，老人夜间出行不便", "垃圾桶满溢有异味", "人行道砖松动积水", "占道停车堵住消防通道"]
CATEGORIES = ["0102", "0103", "0601", "0602"]


def rows_of(count, seed):
    dice = random.Random(seed)
    for n in range(count):
        row = [
            f"幸福路{n % 900 + 1}号{dice.choice(MATTERS)}（第{n}件）",
            dice.choice(CATEGORIES),
            f"{dice.uniform(120.101, 120.159):.6f}",
            f"{dice.uniform(30.201, 30.239):.6f}",
            f"幸福路{n % 900 + 1}号",
            f"居民{n}",
            f"139{n:08d}",
            f"GD-{seed}-{n:06d}",
        ]
        if n % 100 == 99:
            wrong = n // 100 % 4
            if wrong == 0:
                row[0] = ""
            elif wrong == 1:
                row[2] = "东经一百二十度"
            elif wrong == 2:
                row[6] = "电话不详"
            else:
                row[0] = "长" * 5000
        yield row


def as_csv(rows):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def as_xlsx(rows):
    """The smallest workbook that is one: a sheet with its texts in place."""

    def line(number, cells):
        inside = "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for at, cell in enumerate(cells)
        )
        return f'<row r="{number}">{inside}</row>'

    out = io.BytesIO()
    space = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "[Content_Types].xml",
            f'<?xml version="1.0"?><Types xmlns="{space}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            "</Types>",
        )
        book.writestr(
            "_rels/.rels",
            f'<?xml version="1.0"?><Relationships xmlns="{space}/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<?xml version="1.0"?><workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{space}/officeDocument/2006/relationships">'
            '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<?xml version="1.0"?><Relationships xmlns="{space}/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<?xml version="1.0"?><worksheet xmlns="{space}/spreadsheetml/2006/main"><sheetData>'.encode())
            sheet.write(line(1, HEADINGS).encode())
            for number, row in enumerate(rows, 2):
                sheet.write(line(number, row).encode())
            sheet.write(b"</sheetData></worksheet>")
    return out.getvalue()


class Product:
    def __init__(self, gateway, person):
        self.gateway = gateway
        self.person = person
        self.token = None
        self.signed_in_at = 0.0

    def ask(self, method, path, body=None, kind="application/json"):
        if time.time() - self.signed_in_at > 240:
            self.sign_in()
        request = urllib.request.Request(
            self.gateway + path, data=body, method=method, headers={"Authorization": f"Bearer {self.token}", "Content-Type": kind}
        )
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return answer.read()
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}") from refused

    def sign_in(self):
        body = json.dumps({"username": self.person, "password": os.environ["GRID_DEMO_PASSWORD"]}).encode()
        request = urllib.request.Request(
            self.gateway + "/api/v1/sessions", data=body, method="POST", headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            self.token = json.load(answer)["accessToken"]
        self.signed_in_at = time.time()

    def json(self, method, path, body=None):
        return json.loads(self.ask(method, path, None if body is None else json.dumps(body).encode()))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gateway", default=os.environ.get("GRID_GATEWAY_URI", "http://127.0.0.1:8080"))
    arguments.add_argument("--person", default="dispatcher-1")
    arguments.add_argument("--rows", type=int, default=100_000)
    arguments.add_argument("--format", choices=["csv", "xlsx"], default="csv")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    product = Product(given.gateway, given.person)
    table = (as_csv if given.format == "csv" else as_xlsx)(rows_of(given.rows, given.seed))
    print(f"{given.format}: {given.rows} rows, {len(table) / 1e6:.1f} MB", flush=True)

    began = time.time()
    job = json.loads(
        product.ask("POST", f"/api/v1/import-jobs?id={uuid.uuid4()}&fileName=table.{given.format}", table, "application/octet-stream")
    )
    print(f"uploaded and looked through in {time.time() - began:.1f} s: {job['rows']} rows, columns {job['columns']}", flush=True)
    began = time.time()
    path = f"/api/v1/import-jobs/{job['id']}"
    product.json("POST", path + "/start", {"columns": FIELDS, "channel": "MEDIA", "nature": "COMPLAINT"})
    while job["state"] in ("UPLOADED", "RUNNING"):
        time.sleep(2)
        job = product.json("GET", path)
        print(f"  {time.time() - began:6.1f} s  {job['done']} done, {job['refused']} refused", flush=True)
    took = time.time() - began
    print(f"{job['state']} in {took:.1f} s, {job['done'] / took:.0f} rows/s: {job['stored']} stored, {job['refused']} refused")
    began = time.time()
    errors = product.ask("GET", path + "/errors") if job["refused"] else b""
    lines = len(list(csv.reader(io.StringIO(errors.decode("utf-8-sig"))))) - 1 if given.format == "csv" else "-"
    print(f"file of errors: {len(errors)} bytes, {lines} rows, in {time.time() - began:.1f} s")


if __name__ == "__main__":
    main()
