import time


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    if number == 20:
        raise LookupError(number)
    return {"name": f"n{number}", "stock": number * 2}


def main():
    stock = {}
    errors = []
    try:
        for number in range(30):
            try:
                item = fetch(number)
                stock[item["name"]] = item["stock"]
            except TimeoutError as error:
                errors.append(f"{number}: {error}")
    except LookupError as error:
        print("no item", error)
    print(stock, errors)


if __name__ == "__main__":
    main()
