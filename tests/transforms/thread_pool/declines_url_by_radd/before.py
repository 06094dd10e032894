import os
import urllib.request

class Local:
    def __radd__(self, text):
        return "file://" + os.getcwd() + "/part0.bin"



def load(number):
    try:
        with urllib.request.urlopen("http://" + Local()) as response:
            return response.read()
    except OSError:
        return b"none"


def main():
    print("loading")
    for number in range(6):
        text = load(number)
        with open(f"part{number}.bin", "wb") as file:
            file.write(text)
    print(len(os.listdir(".")) > 6)


main()
