import time


def probe(number):
    time.sleep(0.01)
    return number * number % 97


def main():
    tried = 0
    for number in range(40):
        tried += 1
        found = probe(number)
        if found == 53:
            print("found at", number, "after", tried)
            break
    else:
        print("nothing after", tried)


if __name__ == "__main__":
    main()
