def invert(number):
    return sum(k for k in range(number % 50)) / (number % 5)


def main():
    good = []
    for number in range(40):
        print("try", number)
        try:
            value = invert(number)
        except ZeroDivisionError:
            print("none")
        else:
            good.append(value)
        finally:
            print("next")
    print(good)


main()
