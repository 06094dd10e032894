import configparser
import sys
import time

config = configparser.ConfigParser()
config.read_string("[job]\ncursor = 1\n")
job = config["job"]


def ask(number):
    time.sleep(0.001)
    cursor = config.getint("job", "cursor")
    if number > 7:
        job["cursor"] = str(cursor + number)
    return number * 100 + cursor


for number in range(int(sys.argv[1])):
    print(ask(number))
