"""Fuzzes every endpoint that the services describe (OpenAPI), through the gateway, as several people and as nobody.

No answer may be a server error. Needs schemathesis beside this Python; `./grid fuzz` sees to it. Of the answers that say "not
now" (503), none is expected either: nothing is down. Excluded are live streams, which never end, and signing out, which
would end the run's own sessions.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

SERVICES = {
    "gateway": "/v3/api-docs",
    "intake": "/api-docs/services/intake",
    "dispatch": "/api-docs/services/dispatch",
    "ledger": "/api-docs/services/ledger",
}
PEOPLE = ["admin-1", "dispatcher-1", "grid-worker-1", "inspector-1", None]
LEFT_OUT = r"/stream$|/api/v1/sessions"


def token_of(gateway, username):
    body = json.dumps({"username": username, "password": os.environ["GRID_DEMO_PASSWORD"]}).encode()
    request = urllib.request.Request(
        gateway + "/api/v1/sessions", data=body, headers={"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["accessToken"]


def described(gateway, path, folder, service):
    """The description, with addresses that lead through the gateway."""
    with urllib.request.urlopen(gateway + path) as answer:
        document = json.load(answer)
    document["servers"] = [{"url": gateway}]
    if not document.get("paths"):
        sys.exit(f"FAILED: {service} describes no endpoint")
    file = folder / f"{service}.openapi.json"
    file.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return file, sum(len(methods) for methods in document["paths"].values())


WORDS = {"fine": "no server error", "server-error": "FAILED: server errors", "broke": "FAILED: no answer, or the tool broke"}


def verdict_of(tool, file, gateway, person, seconds, seed, log):
    command = [
        str(tool), "run", str(file), "--url", gateway, "--checks", "not_a_server_error",
        "--phases", "examples,coverage,fuzzing", "--max-time", str(seconds),
        "--request-timeout", "40", "--seed", str(seed), "--workers", "1", "--continue-on-failure",
        "--exclude-path-regex", LEFT_OUT, "--suppress-health-check", "all", "--warnings", "off", "--no-color",
        "--report", "junit", "--report-junit-path", str(log.with_suffix(".xml")),
    ]
    if person:
        command += ["--header", f"Authorization: Bearer {token_of(gateway, person)}"]
    with log.open("w", encoding="utf-8") as out:
        code = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False).returncode
    if code == 0:
        return "fine"
    return "server-error" if "= FAILURES =" in log.read_text(encoding="utf-8") else "broke"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gateway", required=True)
    arguments.add_argument("--seconds", type=int, required=True, help="for each service and person")
    arguments.add_argument("--seed", type=int, required=True)
    arguments.add_argument("--service", choices=SERVICES)
    arguments.add_argument("--reports", type=pathlib.Path, required=True)
    given = arguments.parse_args()
    given.reports.mkdir(parents=True, exist_ok=True)
    gateway = given.gateway.rstrip("/")
    tool = pathlib.Path(sys.executable).with_name("schemathesis")
    bad = []
    for service in [given.service] if given.service else SERVICES:
        file, operations = described(gateway, SERVICES[service], given.reports, service)
        print(f"== {service}: {operations} operations", flush=True)
        for person in PEOPLE:
            name = person or "nobody"
            log = given.reports / f"{service}-{name}.log"
            verdict = "broke"
            # The tool trips over itself at times (its thread, our seed): once more with the next one, then it is a failure.
            for seed in (given.seed, given.seed + 1):
                verdict = verdict_of(tool, file, gateway, person, given.seconds, seed, log)
                if verdict != "broke":
                    break
            print(f"   {name}: {WORDS[verdict]}{'' if verdict == 'fine' else ', see ' + str(log)}", flush=True)
            if verdict != "fine":
                bad.append(log)
    print(f"seed {given.seed}")
    if bad:
        sys.exit("FAILED: server errors, or the tool's own: " + ", ".join(map(str, bad)))


if __name__ == "__main__":
    main()
