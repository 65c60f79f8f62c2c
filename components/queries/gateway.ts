'use client';

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { hasName } from '@/lib/base/errors';
import { gateway } from '@/lib/gateway/browser';
import type {
  AttributeRequest,
  ConnectRequest,
  RolloutRequest,
  SaveSchemaRequest,
} from '@/lib/gateway/contract';

const SESSION = ['session'] as const;
const solutionsKey = (connectionId: string) => ['solutions', connectionId] as const;
const schemaKey = (connectionId: string, solutionName?: string) =>
  solutionName === undefined
    ? (['schema', connectionId] as const)
    : (['schema', connectionId, solutionName] as const);

/** A refusal stays a refusal; only a road that broke is tried once more by itself. */
const retry = (failures: number, error: Error): boolean => failures < 1 && hasName(error, 'TransportError');

/** Which connections our server still holds a token for, and what it lets a user choose from. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: SESSION,
    queryFn: ({ signal }) => gateway.readSession(signal),
    staleTime: 30_000,
    retry,
  });

/** The tenant's rolled-out solutions, as Peak lists them now. */
export const solutionsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: solutionsKey(connectionId),
    queryFn: ({ signal }) => gateway.readSolutions(connectionId, signal),
    staleTime: 60_000,
    retry,
  });

/** One solution's live schema: the law every check and plan is made under. */
export const schemaQuery = (connectionId: string, solutionName: string) =>
  queryOptions({
    queryKey: schemaKey(connectionId, solutionName),
    queryFn: ({ signal }) => gateway.readSchema(connectionId, solutionName, signal),
    staleTime: 60_000,
    retry,
  });

/** Proves a token and keeps it with our server. The request holds the token, so it is dropped from memory at once. */
export function useConnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ConnectRequest) => gateway.connect(request),
    gcTime: 0,
    onSuccess: async ({ connection }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: SESSION }),
        client.invalidateQueries({ queryKey: solutionsKey(connection.id) }),
        client.invalidateQueries({ queryKey: schemaKey(connection.id) }),
      ]);
    },
  });
}

/** Makes our server drop one token, or all of them when no id is given. */
export function useForget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (connectionId: string | undefined) => gateway.forget(connectionId),
    onSuccess: async ({ forgotten }) => {
      for (const id of forgotten) {
        client.removeQueries({ queryKey: solutionsKey(id) });
        client.removeQueries({ queryKey: schemaKey(id) });
      }
      await client.invalidateQueries({ queryKey: SESSION });
    },
  });
}

export function useSaveSchema(connectionId: string) {
  return useMutation({
    mutationFn: (request: SaveSchemaRequest) => gateway.saveSchema(connectionId, request),
  });
}

/** Creates tables. Whatever the answer was, even a lost one, the tenant is read again afterwards. */
export function useRollout(connectionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RolloutRequest) => gateway.rollOut(connectionId, request),
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: solutionsKey(connectionId) }),
        client.invalidateQueries({ queryKey: schemaKey(connectionId) }),
      ]);
    },
  });
}

export interface AttributeToAdd {
  readonly table: string;
  readonly body: AttributeRequest;
}

export function useAddAttribute(connectionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ table, body }: AttributeToAdd) => gateway.addAttribute(connectionId, table, body),
    onSettled: () => client.invalidateQueries({ queryKey: schemaKey(connectionId) }),
  });
}
