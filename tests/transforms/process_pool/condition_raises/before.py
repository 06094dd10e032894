def is_wanted(row):
    return row["size"] % 3 > 0 and 60 // (row["size"] - 31) > 0


def area(width):
    return sum(width * k % 17 for k in range(300))


def main():
    rows = [{"name": f"r{n}", "size": n} for n in range(20, 40)]
    result = None
    for row in rows:
        print("row", row["name"])
        width = row["size"] * 2
        if width == 46:
            print("passed over")
        elif is_wanted(row):
            result = area(width)
            print(result)
        if row["size"] == 25:
            print("last", result)


if __name__ == "__main__":
    main()
