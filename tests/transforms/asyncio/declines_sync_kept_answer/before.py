import requests


def main(count):
    answers = []
    for number in range(count):
        answers.append(requests.get(f"http://127.0.0.1:9/{number}", timeout=5))
    return [answer.elapsed for answer in answers]


main(8)
