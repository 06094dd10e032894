import time


def query(table, key, timeout):
    time.sleep(timeout)
    return table.get(key, "?")


def main():
    table = {n: chr(97 + n) for n in range(26)}
    timeout = 0.002
    letters = []
    for key in range(0, 30):
        letters.append(query(table, key, timeout))
    print("".join(letters))


if __name__ == "__main__":
    main()
