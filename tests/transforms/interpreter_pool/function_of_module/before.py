import engine


def main():
    scores = []
    for n in range(40):
        scores.append(engine.score(n))
    print(scores)


main()
