"""`python -m explorers FOLDER`: writes scripts and styles below a docs folder, for hosts that add none."""

import sys
from pathlib import Path

from explorers.assets import write

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name the folder of the pages: python -m explorers docs")
    folder = Path(sys.argv[1])
    if not folder.is_dir():
        sys.exit(f'there is no folder "{folder}"')
    for each in write(folder):
        print(each)
