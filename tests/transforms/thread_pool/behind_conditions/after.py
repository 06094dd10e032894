import json
import os
from concurrent.futures import ThreadPoolExecutor

os.makedirs("shop", exist_ok=True)
for n in range(40):
    if n % 11 != 7:
        with open(os.path.join("shop", f"{n}.json"), "w") as file:
            json.dump({"name": f"n{n}", "active": n % 5 > 0, "price": n * 1.1}, file)


def main():
    entries = [{"id": n, "on": n % 11 != 7, "limit": n * 31 % 30} for n in range(40)]
    del entries[25]["limit"]
    del entries[30]["on"]
    cheap = []
    off = 0
    total = 0
    try:
        def compute_item(entry):
            if not entry["on"]:
                return None
            with open(f"shop/{entry['id']}.json") as file:
                item = json.load(file)
            return item

        with ThreadPoolExecutor(max_workers=8) as pool:
            for entry, item in zip(entries, pool.map(compute_item, entries)):
                if not entry["on"]:
                    off += 1
                    print("off", entry["id"])
                    continue
                if not item["active"]:
                    continue
                total += item["price"]
                if item["price"] <= entry.get("limit", 50):
                    cheap.append(item["name"])
    except KeyError as error:
        print("no", error)
    print(f"total {total!r}, off {off}, cheap: {', '.join(cheap)}")


if __name__ == "__main__":
    main()
