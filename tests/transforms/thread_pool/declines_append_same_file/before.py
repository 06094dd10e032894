import time


def record(number):
    time.sleep(0.001)
    with open("journal.txt", "a") as journal:
        journal.write(f"entry {number}\n")


def main():
    for number in range(15):
        record(number)
    with open("journal.txt") as journal:
        print(journal.read())


if __name__ == "__main__":
    main()
