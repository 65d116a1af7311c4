# syntax=docker/dockerfile:1
FROM python:3.13-slim-trixie AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip /venv/bin/pip install --require-hashes --requirement requirements.txt

FROM python:3.13-slim-trixie
RUN groupadd --system --gid 10001 newsroom \
    && useradd --system --uid 10001 --gid newsroom --no-create-home --home-dir /nonexistent newsroom
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
# The key is for this one command, which needs none but loads the settings.
RUN SECRET_KEY=unused python manage.py collectstatic --noinput
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "newsroom.wsgi", "--bind", "0.0.0.0:8000", "--threads", "4", "--worker-tmp-dir", "/dev/shm"]
