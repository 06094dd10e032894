import csv
import json
import os
from urllib.request import urlopen

PORT = os.environ.get("NO_SUCH_PORT", "1")
BASE = f"http://127.0.0.1:{PORT}/items"


def main():
    with open("items.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name"])
        for number in range(1, 20):
            with urlopen(f"{BASE}/{number}", timeout=10) as response:
                item = json.load(response)
            writer.writerow([item["name"]])
    with open("items.csv") as file:
        print(file.read())


if __name__ == "__main__":
    main()
