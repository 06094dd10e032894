import json
import os

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
        for entry in entries:
            if not entry["on"]:
                off += 1
                print("off", entry["id"])
                continue
            with open(f"shop/{entry['id']}.json") as file:
                item = json.load(file)
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
