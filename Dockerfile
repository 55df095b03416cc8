# syntax=docker/dockerfile:1

# Digests pin the base images, so a build next year starts from the same bytes. Dependabot proposes updates.
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /src
# These files change rarely: the layer with the packages stays cached until one of them does.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
ARG SITE_URL REVISION COMMITTED
RUN SITE_URL="$SITE_URL" REVISION="$REVISION" COMMITTED="$COMMITTED" npm run build && npm run compress && \
  npm run deploy:files

# The final stage has the server and the site, and no build tools.
FROM nginxinc/nginx-unprivileged:1.30-alpine@sha256:ed04ec1ff34502c339ee5c3ae3f855442398edc1d05591e2b98981dcbbd20b1e
ARG REVISION
ARG VERSION
LABEL org.opencontainers.image.title="Docker Basics" \
  org.opencontainers.image.description="The basics of Docker, sentence by sentence sourced and dated: a static website" \
  org.opencontainers.image.licenses="MIT AND CC-BY-4.0" \
  org.opencontainers.image.revision="$REVISION" \
  org.opencontainers.image.version="$VERSION"
COPY --from=build /src/deploy/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /src/dist /srv/www
USER 101
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD ["wget", "--quiet", "--spider", "http://127.0.0.1:8080/build.json"]
