import json
import os
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")

names = ["first", "second", "third"]
report = ""
bad = 0
for number, name in enumerate(names, start=1):
    request = Request(f"{BASE}/items/{number}", headers={"Accept": "text/html"})
    try:
        answer = urlopen(request, timeout=10)
        item = json.loads(answer.read().decode())
    except HTTPError as error:
        bad += 1
        report += f"{name}: HTTP {error.code}\n"
    except URLError as error:
        report += f"{name}: {type(error).__name__}\n"
    else:
        report += f"{name}: {item['name']}, {item['stock']}\n"
print(report)
print(bad, "bad")
