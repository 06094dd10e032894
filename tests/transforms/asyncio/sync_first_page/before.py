import time


def ask(number):
    time.sleep(0.005)
    return {"rows": [number, number + 1], "pages": 9}


def rows_of(number):
    answer = ask(number)
    return answer["rows"]


def main():
    pages = ask(0)["pages"]
    seen = []
    for number in range(pages):
        seen.extend(rows_of(number)[::-1])
    found = [row for row in seen if row % 2]
    print(found, ask(1)["rows"][0])


main()
