import configparser
import sys
import time

TEXT = "[job]\npause = 0.001\nstep = 7\n"
asked = []


def name_of(option):
    asked.append(option)
    return option


config = configparser.ConfigParser()
if len(sys.argv[1]) == 1:
    config.optionxform = name_of
config.read_string(TEXT)


def ask(number):
    time.sleep(config.getfloat("job", "pause"))
    return number * config.getint("job", "step") + len(asked)


for number in range(int(sys.argv[1])):
    print(ask(number))
