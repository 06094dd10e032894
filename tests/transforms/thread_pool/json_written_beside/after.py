import csv
import json
import os
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

PORT = os.environ.get("NO_SUCH_PORT", "1")
BASE = f"http://127.0.0.1:{PORT}/items"


def main():
    with open("items.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name"])

        def compute_item(number):
            with urlopen(f"{BASE}/{number}", timeout=10) as response:
                item = json.load(response)
            return item

        with ThreadPoolExecutor(max_workers=8) as pool:
            for item in pool.map(compute_item, range(1, 20)):
                writer.writerow([item["name"]])
    with open("items.csv") as file:
        print(file.read())


if __name__ == "__main__":
    main()
