class BadRecord(Exception):
    def __init__(self, number, text):
        super().__init__(f"record {number}: {text!r}")
        self.number = number


def check(number):
    value = sum(k * number % 7 for k in range(60))
    if number == 23:
        raise BadRecord(number, "23!")
    return value


def main():
    for number in range(40):
        value = check(number)
        print(number, value)


if __name__ == "__main__":
    main()
