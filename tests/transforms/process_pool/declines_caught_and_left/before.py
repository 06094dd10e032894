def invert(number):
    return sum(k for k in range(number % 50)) / (number % 5)


def main():
    found = {}
    for number in range(40):
        try:
            found[number] = invert(number)
        except ZeroDivisionError:
            if number > 30:
                break
    print(found)


main()
