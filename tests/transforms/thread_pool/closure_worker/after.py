import time
from concurrent.futures import ThreadPoolExecutor


def survey(region):
    def answer(person):
        time.sleep(0.002)
        return f"{region}-{person}: {(person * 37) % 10}"

    answers = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        answers.extend(pool.map(answer, range(20)))
    return answers


print(survey("north"))
