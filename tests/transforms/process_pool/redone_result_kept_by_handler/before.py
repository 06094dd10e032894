def check(number):
    if number == 70:
        raise ValueError(number)
    return sum(k % number for k in range(1, 200))


def main():
    value = None
    number = -1
    try:
        for number in range(1, 100):
            value = check(number)
            print(number, value)
    except ValueError as error:
        print("stopped at", number, "after", value, error)


main()
