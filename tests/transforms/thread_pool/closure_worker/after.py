import time
from concurrent.futures import ThreadPoolExecutor


def survey(region):
    def answer(person):
        time.sleep(0.002)
        return f"{region}-{person}: {(person * 37) % 10}"

    answers = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        for person, result in zip(range(20), pool.map(answer, range(20))):
            answers.append(result)
    return answers


print(survey("north"))
