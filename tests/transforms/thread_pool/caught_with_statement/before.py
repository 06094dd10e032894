import csv
import json
import os
from urllib.error import URLError
from urllib.request import urlopen

PORT = os.environ.get("NO_SUCH_PORT", "1")
BASE = f"http://127.0.0.1:{PORT}/items"


def main():
    missing = 0
    with open("items.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name"])
        for number in range(1, 20):
            try:
                with urlopen(f"{BASE}/{number}", timeout=10) as response:
                    item = json.load(response)
            except URLError:
                missing += 1
                continue
            writer.writerow([item["name"]])
    with open("items.csv") as file:
        print(file.read(), missing)


if __name__ == "__main__":
    main()
