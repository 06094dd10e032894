import time


def survey(region):
    def answer(person):
        time.sleep(0.002)
        return f"{region}-{person}: {(person * 37) % 10}"

    answers = []
    for person in range(20):
        answers.append(answer(person))
    return answers


print(survey("north"))
