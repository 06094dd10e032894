import urllib.request


def answer(number):
    return urllib.request.urlopen(f"http://127.0.0.1:9/{number}").read()


def save(number, name):
    # Where it cannot be opened, nobody is asked.
    with open(name, "wb") as file:
        file.write(answer(number))


for number in range(6):
    try:
        save(number, f"part{number}.bin")
    except OSError:
        print(number, "failed")
print("done")
