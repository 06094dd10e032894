from requests import get

session = "monday"
request = 3
timeouts = (1, None)


def exchange(number):
    answer = get("http://127.0.0.1:9/" + str(number), timeout=timeouts)
    return answer.status_code, answer.text


def main(count):
    # What is there, and what is not.
    codes = []
    if count > 0:
        codes.append(request)

        for number in range(count):
            status, text = exchange(number)
            page = """
of a page
"""
            codes.append((number, status, text + page))

        codes.append(exchange(0)[0])  # once more
    return codes


try:
    print(main(5), session)
except OSError:
    print("nobody there")
